package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.affectj.AffectException;
import org.junit.jupiter.api.Test;

/** Where runs are kept, and where they can't be. */
class RunFolderTest {

    @Test
    void runsAreCalledAsTheirModels() {
        assertEquals(Path.of("work", "runs", "mine"), RunFolder.of(Path.of("work"), Path.of("models", "mine")));
    }

    @Test
    void foldersThatTensorFlowTakesForPatternsAreRefusedBeforeAnyWork() {
        final Path work = Path.of("study [2026]");
        assertEquals("The folder '" + work.resolve("runs").resolve("mine").toAbsolutePath()
            + "' can't be used to train, since TensorFlow can't write where names have [, ], * or ?: give another work "
            + "folder or model name.",
            assertThrows(AffectException.class, () -> RunFolder.of(work, Path.of("models", "mine"))).getMessage());
    }
}
