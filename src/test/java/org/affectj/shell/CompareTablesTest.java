package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code affectj agree} on tables of a few rows, reckoned by hand. */
class CompareTablesTest {

    @TempDir
    private Path folder;
    private Path tool;
    private Path codes;
    private Path out;

    @BeforeEach
    void write() throws Exception {
        out = folder.resolve("out");
        tool = Files.writeString(folder.resolve("tool.csv"), """
            source,frame,time,track,status,AU12,AU12_present,expression
            talk.mp4,1,0.000000,1,ok,0.1000,0,Neutral
            talk.mp4,2,0.040000,1,ok,0.3000,0,Neutral
            talk.mp4,3,0.080000,1,ok,0.5000,1,Happiness
            talk.mp4,4,0.120000,1,ok,0.9000,1,Happiness
            talk.mp4,5,0.160000,,no_face,,,
            talk.mp4,6,0.200000,1,ok,0.8000,1,Surprise
            """);
        codes = Files.writeString(folder.resolve("codes.csv"), """
            time,smile,shown,expression
            0.001,0.2,0,neutral
            0.041,0.2,1,neutral
            0.081,0.6,1,happiness
            0.121,0.8,1,happiness
            0.161,0.8,1,happiness
            """);
    }

    /**
     * Four pairs: (.1,.2) (.3,.2) (.5,.6) (.9,.8), with means .45 and .45, squares .35 and .27, products .29: r =
     * .29/√.0945, CCC = 2·.29/(.35+.27). Differences −.1 .1 −.1 .1: root mean square .1, deviation .1·√(4/3). Row
     * means .15 .25 .55 .85: MSR = .6/3 = .2, MSE = (.62 − .6)/3, MSC = 0, so ICC(3,1) = .193333/.206667 and ICC(2,1)
     * = .193333/.203333.
     */
    @Test
    void figuresAreThoseReckonedByHand() throws Exception {
        final ShellRun run = ShellRun.of("agree", tool, codes, "--columns", "AU12=smile,AU12_present=shown,expression",
            "-o", out);
        assertEquals(0, run.status(), run.errors());
        assertTrue(run.output()
            .contains("1 person, 4 pairs of rows; without a partner 1 rows of the first table and 1 of the second"),
            run.output());
        final List<String> lines = Files.readAllLines(out.resolve("agreement.csv"));
        assertEquals("AU12,smile,4,0.450000,0.450000,0.943370,0.935484,0.950820,0.935484,0.100000,0.000000,"
            + "0.115470,-0.226321,0.226321,,", lines.get(1));
        // 0 0, 0 1, 1 1, 1 1: found .75, by chance .5·.25 + .5·.75 = .5, kappa .5
        assertTrue(lines.get(2).startsWith("AU12_present,shown,4,") && lines.get(2).endsWith(",0.500000,"),
            lines.get(2));
        assertEquals("expression,expression,4,,,,,,,,,,,,1.000000,", lines.get(3));
        assertEquals(1440, ImageIO.read(out.resolve("AU12.png").toFile()).getWidth());
        assertFalse(Files.exists(out.resolve("expression.png")));
    }

    /** With a tolerance of 40 ms, the last code belongs to the frame at 0.2 s, its nearest. */
    @Test
    void theToleranceDecidesWhatBelongsTogether() throws Exception {
        assertTrue(ShellRun.of("agree", tool, codes, "--columns", "AU12=smile", "--tolerance", "0.04", "-o", out)
            .output().contains("5 pairs of rows; without a partner 0 rows of the first table and 0 of the second"));
        assertEquals("affectj: No rows of '" + tool + "' and '" + codes + "' belong together: see that source "
            + "and track name the same people in both, that time counts from the same beginning, and that the "
            + "tolerance isn't too small.\n",
            complaint("agree", tool, codes, "--columns", "AU12=smile", "--tolerance", "0.0001", "-o", out));
    }

    /** Of four frames near one code only the nearest is coded: each row has one partner at most. */
    @Test
    void sparseCodesAreNotSpreadOverFrames() throws Exception {
        final Path sparse = Files.writeString(folder.resolve("sparse.csv"), "time,smile\n0.0,0.2\n0.09,0.6\n");
        assertTrue(ShellRun.of("agree", tool, sparse, "--columns", "AU12=smile", "--tolerance", "0.1", "-o", out)
            .output().contains("2 pairs of rows; without a partner 3 rows of the first table and 0 of the second"));
    }

    /** Ordered classes: the same table as Cohen's weighted kappa, 0 and 2 of 0 to 2, by frame and for two sources. */
    @Test
    void sourcesAreKnownByTheirNamesWithoutEndings() throws Exception {
        final Path first = Files.writeString(folder.resolve("a.csv"),
            "source,frame,track,AU06\nx.mp4,1,1,0\nx.mp4,2,1,2\ny.mp4,1,1,0\ny.mp4,2,1,2\n");
        final Path second = Files.writeString(folder.resolve("b.csv"),
            "source,frame,track,AU06\ny.csv,1,1,0\ny.csv,2,1,1\nx.csv,1,1,0\nx.csv,2,1,2\nz.csv,1,1,5\n");
        final ShellRun run = ShellRun.of("agree", first, second, "--by", "frame", "-o", out);
        assertTrue(run.output()
            .contains("2 people, 4 pairs of rows; without a partner 0 rows of the first table and 1 of the second"),
            run.output() + run.errors());
        // pairs 0 0, 2 2, 0 0, 2 1. unweighted: .75 found, .5·.5 + .5·.25 = .375 by chance: .6;
        // squares: found 1/4; by chance, each 0 or 2 against 0 0 1 2: (0+0+1+4+4+4+1+0)/8 = 1.75; 1 − .25/1.75
        // = .857143
        assertTrue(Files.readAllLines(out.resolve("agreement.csv")).get(1).endsWith(",0.600000,0.857143"),
            Files.readString(out.resolve("agreement.csv")));
    }

    private static String complaint(final Object... args) {
        return ShellRun.of(args).errors().replaceAll("(?m)^\\d+ reading .*\\R", "");
    }
}
