package org.affectj.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.affectj.AffectFolders;
import org.affectj.engine.EngineDiagnosis;
import org.scijava.util.VersionUtils;

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
            + megabytes(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) + " in use");
        findings.putAll(EngineDiagnosis.run());
        findings.put("Cache folder", AffectFolders.cache().toString());
        findings.put("Models folder", AffectFolders.models().toString());
        new ModelStore().list().forEach((name, origin) -> findings.put("Model " + name, origin));
        return new Diagnosis(findings);
    }

    /** @return the version of AffectJ, from its POM: {@code 0.1.0} */
    public static String version() {
        return VersionUtils.getVersion(Diagnosis.class);
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
