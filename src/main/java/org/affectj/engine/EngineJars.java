package org.affectj.engine;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.CodeLocation;

/**
 * Where the engine's jars lie. They are found by a resource that only the right jar has, through the class loader that
 * loaded AffectJ: {@code java.class.path} says nothing of jars in ImageJ's plugins folder, and an old TensorFlow with
 * classes of the same names may stand in front.
 */
final class EngineJars {

    private record Part(String artifact, String resource) {
    }

    private static final List<Part> PARTS = List.of(
        new Part("ai.djl.tensorflow:tensorflow-engine", "ai/djl/tensorflow/engine/TfEngine.class"),
        new Part("ai.djl.tensorflow:tensorflow-api",
            "META-INF/native-image/ai/djl/tensorflow/tensorflow-api/native-image.properties"),
        new Part("ai.djl:api", "ai/djl/Model.class"),
        new Part("com.google.protobuf:protobuf-java (4.26 or newer)", "com/google/protobuf/RuntimeVersion.class"),
        new Part("org.bytedeco:javacpp", "org/bytedeco/javacpp/Loader.class"),
        new Part("org.bytedeco:javacpp:" + NativeLibraries.platform(),
            "org/bytedeco/javacpp/" + NativeLibraries.platform() + "/" + System.mapLibraryName("jnijavacpp")));

    private EngineJars() {
        // only static functions
    }

    /**
     * @param surroundings the class loader to search
     * @return a location for each of the engine's parts
     * @throws AffectException if one isn't there
     */
    static URL[] locate(final ClassLoader surroundings) {
        return PARTS.stream().map(part -> locate(surroundings, part)).distinct().toArray(URL[]::new);
    }

    private static URL locate(final ClassLoader surroundings, final Part part) {
        final URL resource = surroundings.getResource(part.resource);
        if (resource == null)
            throw new AffectException("The library " + part.artifact
                + " is missing from the class path: install AffectJ again, with all its libraries.");
        return CodeLocation.of(resource, part.resource);
    }

    /** @return every jar or folder that holds the resource, in the order of the class path */
    static List<URL> containers(final ClassLoader surroundings, final String resource) {
        try {
            final List<URL> found = new ArrayList<>();
            for (final URL url : Collections.list(surroundings.getResources(resource)))
                found.add(CodeLocation.of(url, resource));
            return found;
        } catch (final IOException e) {
            throw new AffectException(
                "The class path can't be searched for " + resource + ": install AffectJ again.", e);
        }
    }
}
