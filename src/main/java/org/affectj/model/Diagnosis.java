package org.affectj.model;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.affectj.AffectFolders;
import org.affectj.engine.EngineDiagnosis;
import org.scijava.util.VersionUtils;

import com.sun.management.OperatingSystemMXBean;

/**
 * What this installation consists of and what it found on this computer: the first thing to ask for when something
 * doesn't work.
 *
 * @param findings by subject, in the order to show them
 */
public record Diagnosis(Map<String, String> findings) {

    /** @return what there is to say now; loads the engine */
    public static Diagnosis run() {
        final Map<String, String> findings = new LinkedHashMap<>();
        findings.put("AffectJ", version());
        findings.put("Java", System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + " in "
            + System.getProperty("java.home"));
        findings.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + " on "
            + System.getProperty("os.arch"));
        findings.put("Memory", megabytes(Runtime.getRuntime().maxMemory()) + " for Java at most, "
            + megabytes(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) + " in use, of "
            + megabytes(computerMemory()) + " in the computer");
        findings.put("Screen", GraphicsEnvironment.isHeadless() ? "none" : "there is one");
        findings.putAll(EngineDiagnosis.run());
        findings.put("Cache folder", AffectFolders.cache() + ", " + free(AffectFolders.cache()));
        findings.put("Models folder", AffectFolders.models().toString());
        new ModelStore().list().forEach((name, origin) -> findings.put("Model " + name, origin));
        return new Diagnosis(findings);
    }

    /** @return the version of AffectJ, from its POM: {@code 0.1.0} */
    public static String version() {
        return VersionUtils.getVersion(Diagnosis.class);
    }

    /** @return these findings and another one */
    public Diagnosis with(final String subject, final String finding) {
        final Map<String, String> more = new LinkedHashMap<>(findings);
        more.put(subject, finding);
        return new Diagnosis(more);
    }

    private static long computerMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize() : 0;
    }

    /** @return how much can be written to a folder that may not be there yet */
    private static String free(final Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) there = there.getParent();
        try {
            return there == null ? "which can't be made" : megabytes(Files.getFileStore(there).getUsableSpace())
                + " free" + (Files.isWritable(there) ? "" : ", but not writable");
        } catch (final IOException e) {
            return "whose disk can't be asked: " + e.getMessage();
        }
    }

    private static String megabytes(final long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** @return a line for each finding: {@code Java: 17.0.15 …} */
    @Override
    public String toString() {
        return findings.entrySet().stream().map(finding -> finding.getKey() + ": " + finding.getValue())
            .collect(Collectors.joining("\n"));
    }
}
