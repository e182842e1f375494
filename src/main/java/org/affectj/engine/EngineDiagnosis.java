package org.affectj.engine;

import java.net.URL;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.AffectFolders;

/** What the engine is made of on this computer, for reports of problems. */
public final class EngineDiagnosis {

    /** A class of each library that may be on the class path more than once. */
    private static final List<String> SHARED = List.of("org/tensorflow/Graph.class", "ai/djl/Model.class",
        "com/google/protobuf/Message.class", "org/bytedeco/javacpp/Loader.class");

    private EngineDiagnosis() {
        // only static functions
    }

    /**
     * Loads the engine if it isn't there yet; that it can't be loaded is a finding, not a failure.
     *
     * @return findings by subject, in the order to show them
     */
    public static Map<String, String> run() {
        final Map<String, String> findings = new LinkedHashMap<>();
        final Processor processor = Processor.detect();
        findings.put("Processor", processor.name() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        findings.put("Precision", processor.bfloat16()
            ? "auto is float32 to predict, bfloat16 to train, since the processor computes it natively"
            : "auto is float32; the processor isn't known to compute bfloat16 natively");
        findings.put("Last start", EngineLoader.interruptedStart().orElse("nothing to report"));
        findings.put("Engine", finding(() -> EngineLoader.load().name()));
        findings.put("Devices", finding(() -> String.join(", ", EngineLoader.load().devices())));
        findings.put("Native libraries", finding(EngineDiagnosis::natives));
        findings.put("Also on the class path", finding(EngineDiagnosis::others));
        return findings;
    }

    private interface Question {

        String answer();
    }

    private static String finding(final Question question) {
        try {
            return question.answer();
        } catch (final AffectException e) {
            return e.getMessage();
        }
    }

    private static String natives() {
        final NativeLibraries found = NativeLibraries.find(EngineDiagnosis.class.getClassLoader());
        return found.cache(AffectFolders.cache()) + " from " + found.jar();
    }

    /** @return jars with classes of the same names as the engine's, which it doesn't use */
    private static String others() {
        final ClassLoader surroundings = EngineDiagnosis.class.getClassLoader();
        final List<String> used = Arrays.stream(EngineJars.locate(surroundings)).map(URL::toString).toList();
        final List<String> others = SHARED.stream().flatMap(name -> EngineJars.containers(surroundings, name).stream())
            .map(URL::toString).filter(jar -> !used.contains(jar)).distinct().toList();
        return others.isEmpty() ? "nothing that the engine has too"
            : String.join(", ", others) + " (no harm: the engine is kept apart from it)";
    }
}
