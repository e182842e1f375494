package org.affectj.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.affectj.engine.Processor;
import org.junit.jupiter.api.Test;

/** What a report of a problem begins with. */
class DiagnosisTest {

    private final Map<String, String> findings = Diagnosis.run().findings();

    @Test
    void tellsWhatRunsHere() {
        assertTrue(findings.get("Java").startsWith(System.getProperty("java.version")));
        assertEquals("TensorFlow 2.16.1", findings.get("Engine"));
        assertTrue(findings.get("Devices").startsWith("cpu"));
        assertEquals(Processor.detect().bfloat16(), findings.get("Precision").contains("bfloat16 to train"));
        assertEquals("nothing that the engine has too", findings.get("Also on the class path"));
    }

    @Test
    void namesTheFolderThatHoldsTheNativeLibraries() {
        final String[] folderAndJar = findings.get("Native libraries").split(" from ");
        assertTrue(Files.isDirectory(Path.of(folderAndJar[0])), folderAndJar[0]);
        assertTrue(Files.isRegularFile(Path.of(folderAndJar[1])), folderAndJar[1]);
    }

    @Test
    void isALineForEachFinding() {
        assertEquals(findings.size(), Diagnosis.run().toString().lines().count());
    }
}
