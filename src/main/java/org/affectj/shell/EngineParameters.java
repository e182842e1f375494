package org.affectj.shell;

import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;

import picocli.CommandLine.Option;

/** Options on where and how networks run, shared by subcommands. */
final class EngineParameters {

    @Option(names = "--device", paramLabel = "DEVICE",
        description = "Where networks run: auto (a GPU if there is one), cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}.")
    private String device = EngineOptions.DEFAULT.device();

    @Option(names = "--precision", paramLabel = "PRECISION",
        description = "Arithmetic: float32, bfloat16, or auto (float32 to predict, bfloat16 to train "
            + "where the processor computes it natively). Default: ${DEFAULT-VALUE}.")
    private Precision precision = EngineOptions.DEFAULT.precision();

    @Option(names = "--threads", paramLabel = "N",
        description = "Threads on the CPU, for one network operation, to search a picture and to search frames side by "
            + "side; 0 for as many as there are cores. "
            + "Default: ${DEFAULT-VALUE}.")
    private int threads = EngineOptions.DEFAULT.threads();

    @Option(names = "--safe",
        description = "Computes with one thread and without oneDNN: slower, for computers on which TensorFlow crashes.")
    private boolean safe;

    /** @return the options, checked */
    EngineOptions options() {
        return new EngineOptions(device, precision, threads).withSafe(safe);
    }
}
