package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** A table drawn by macro, by script and by command looks the same. */
class MacrosAndScriptsTest {

    private static final String ROWS = """
        frame,x,y,width,height,Happiness,expression
        1,160,60,130,130,0.9300,Happiness
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        PlainImageJ.start();
    }

    @Test
    void scriptsAreTemplatesOfTheScriptEditor() throws Exception {
        for (final String script : List.of("analyze-folder.groovy", "analyze-face.ijm"))
            try (InputStream template = getClass().getResourceAsStream("/script_templates/AffectJ/" + script)) {
                assertArrayEquals(Files.readAllBytes(Path.of("scripts", script)), template.readAllBytes());
            }
    }

    @Test
    void macroScriptAndCommandDrawTheSame() throws Exception {
        // a space and brackets, as folders of real people have
        final Path table = Files.writeString(Files.createDirectories(folder.resolve("my faces [1]")).resolve("a.csv"),
            ROWS);
        final Path drawn = folder.resolve("drawn.tif");
        assertEquals("done", PlainImageJ.runMacro("open('samples/astronaut.png');\n"
            + "run('Draw Results as Overlay...', 'table=[" + table + "]');\n"
            + "saveAs('Tiff', '" + drawn + "');\n close(); return 'done';"));
        final int[] byMacro = flat(IJ.openImage(drawn.toString()));
        try (Context context = new Context()) {
            final ImagePlus image = IJ.openImage("samples/astronaut.png");
            context.service(CommandService.class)
                .run(DrawOverlay.class, true, "image", image, "table", table.toString()).get();
            assertArrayEquals(flat(image), byMacro);
            assertTrue(image.getOverlay().size() > 2);

            final ScriptModule script = context.service(ScriptService.class).run("draw.groovy", new StringReader("""
                #@ CommandService commands
                #@ String table
                #@output(label = "Portrait") image
                image = ij.IJ.openImage("samples/astronaut.png")
                commands.run("org.affectj.command.DrawOverlay", true, "image", image, "table", table).get()
                """), true, "table", table.toString()).get();
            assertArrayEquals(byMacro, flat((ImagePlus) script.getOutput("image")));
        }
    }

    @Test
    void failureEndsTheMacroWithItsSentence() {
        final Path after = folder.resolve("after.txt");
        assertEquals("There is no table 'nowhere.csv': run Analyze Faces first, or give the title of another table's "
            + "window or the path of a CSV file.", failure("run('Draw Results as Overlay...', 'table=nowhere.csv');\n"
                + "File.saveString('went on', '" + after + "');"));
        assertTrue(Files.notExists(after));
    }

    @Test
    void wrongValuesEndTheMacro() {
        assertEquals("The macro's value 'big' for 'minimumface' can't be used: give a number.",
            failure("run('Analyze Faces...', 'minimumface=big');"));
        assertEquals("The macro's value 'yes' for 'landmarks' can't be used: give true or false.",
            failure("run('Analyze Faces...', 'landmarks=yes');"));
        assertEquals("The macro names the image 'no.png', which isn't open: open it first.",
            failure("run('Analyze Faces...', 'image=no.png');"));
    }

    @Test
    void macroWithoutImageEnds() {
        IJ.runMacro("while (nImages > 0) close();");
        assertEquals("There is no image: open a picture of a face first.",
            logged("run('Analyze Faces...', 'landmarks=true');"));
    }

    private static String failure(final String macro) {
        return logged("open('samples/astronaut.png');\n" + macro);
    }

    /** @return what a macro that fails writes to the log */
    private static String logged(final String macro) {
        final PrintStream before = System.out;
        final ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertNotEquals("went on", PlainImageJ.runMacro(macro + "\nreturn 'went on';"));
        }
        finally {
            System.setOut(before);
        }
        return log.toString(StandardCharsets.UTF_8).trim();
    }

    private static int[] flat(final ImagePlus image) {
        final Overlay overlay = image.getOverlay();
        assertNotNull(overlay);
        return (int[]) image.flatten().getProcessor().getPixels();
    }
}
