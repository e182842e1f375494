package org.affectj.bench;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Tensor;

/** A network as fast as its engine allows: one input, made beforehand, is run again and again. */
public interface BareNetwork extends AutoCloseable {

    /** Runs the network on its input and throws the outputs away. */
    void run();

    @Override
    void close();

    /**
     * @param savedModel folder
     * @param options device and precision
     * @param signature what to run
     * @param inputs of it, by name
     * @return the network, loaded beside the engine's own TensorFlow
     */
    static BareNetwork open(final Path savedModel, final EngineOptions options, final String signature,
        final Map<String, Tensor> inputs)
    {
        try {
            return (BareNetwork) EngineLoader.load().getClass().getClassLoader()
                .loadClass("org.affectj.tensorflow.BareSession")
                .getConstructor(Path.class, EngineOptions.class, String.class, Map.class)
                .newInstance(savedModel, options, signature, inputs);
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException("The bare network can't be loaded from " + savedModel, e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
