package org.affectj.engine;

import java.io.Serializable;

/**
 * Where and how networks run.
 *
 * @param device {@code auto} (a GPU if there is one), {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param precision the arithmetic
 * @param threads threads on the CPU, for one operation and for frames that are searched side by side; 0 for as many as
 *            there are cores. TensorFlow has one pool of
 *            them a process, so that the first network that is loaded decides
 * @param safe whether to compute with one thread and without oneDNN, slower but with the plainest code, where
 *            TensorFlow ended the process before; the first network that is loaded decides
 * @param operations what a network may do; one that holds any other operation isn't loaded
 */
public record EngineOptions(String device, Precision precision, int threads, boolean safe,
    Operations operations) implements Serializable {

    /** The device, precision and threads that suit this machine. */
    public static final EngineOptions DEFAULT = new EngineOptions("auto", Precision.AUTO, 0);

    public EngineOptions {
        if (!device.matches("auto|cpu|gpu(:\\d+)?"))
            throw new org.affectj.AffectException(
                "The device '" + device + "' is unknown: use auto, cpu, gpu or gpu:N.");
        if (threads < 0) throw new org.affectj.AffectException("The number of threads can't be below 0.");
    }

    /** Options for networks that only predict. */
    public EngineOptions(final String device, final Precision precision, final int threads) {
        this(device, precision, threads, false, Operations.PREDICTING);
    }

    /** @return the same options with safe settings, or without */
    public EngineOptions withSafe(final boolean other) {
        return new EngineOptions(device, precision, threads, other, operations);
    }

    /** @return the same options with another number of threads */
    public EngineOptions withThreads(final int number) {
        return new EngineOptions(device, precision, number, safe, operations);
    }

    /** @return the same options for a network that may do this */
    public EngineOptions with(final Operations other) {
        return new EngineOptions(device, precision, threads, safe, other);
    }
}
