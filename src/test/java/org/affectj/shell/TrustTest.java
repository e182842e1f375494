package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.SavedModels;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that writes a file when it predicts is refused, unless the user trusts it. */
class TrustTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws ReflectiveOperationException {
        model = SavedModels.write("writing", folder);
        final NetworkSpecification network = new NetworkSpecification(NetworkSpecification.Head.AMTL, 16, true, 32,
            List.of(32, 64), 1, 64, 4, 16, 0.2, NetworkSpecification.Optimizer.ADAMW);
        ModelFolder.write(model, ModelDescription.affect("writing", "1.0", network,
            Collections.nCopies(12, 0.5), 0, 0.02, "CC-BY-4.0", "nothing"));
    }

    private ShellRun analyze(final Object... more) {
        final Object[] given = { "analyze", "samples/astronaut.png", "-o", folder.resolve("out"), "--model", model };
        final Object[] all = java.util.Arrays.copyOf(given, given.length + more.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return ShellRun.of(all);
    }

    @Test
    void isRefusedBeforeItRuns() {
        final String refusal = "affectj: The network in " + model
            + " holds the operation WriteFile, which networks don't need and which might reach your files: don't use "
            + "it, or give --trust-model in a shell if you know its maker.\n";
        final ShellRun run = analyze();
        assertEquals(refusal, run.errors());
        assertEquals(1, run.status());
        assertEquals(refusal, ShellRun.of("model", "verify", model).errors());
        assertFalse(Files.exists(folder.resolve("written")), "nothing ran");
    }

    @Test
    void runsWhenTrusted() throws Exception {
        final ShellRun run = analyze("--trust-model");
        assertEquals(0, run.status(), run.errors());
        assertEquals("by a model", Files.readString(folder.resolve("written")));
    }
}
