package org.affectj.bench;

/** A network as fast as its engine allows: one input, made beforehand, is run again and again. */
public interface BareNetwork extends AutoCloseable {

    /** Runs the network on its input and throws the outputs away. */
    void run();

    @Override
    void close();
}
