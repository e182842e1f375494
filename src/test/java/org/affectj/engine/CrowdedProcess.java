package org.affectj.engine;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;

import org.affectj.Progress;
import org.affectj.imagej.PictureFiles;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A process like Fiji's with StarDist or CSBDeep installed: TensorFlow 1.15 in front of the class path and in use,
 * OpenCV in use, and then AffectJ. Started by {@link CrowdedProcessTest}; prints what each of them computed.
 */
public final class CrowdedProcess {

    private CrowdedProcess() {
        // only static functions
    }

    /** @param arguments a picture of one face */
    public static void main(final String... arguments) throws Exception {
        others();
        try (FrameSource source = PictureFiles.open(Path.of(arguments[0]));
                FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT)) {
            analyzer.analyze(source, record -> System.out.println(EngineLoader.load().name() + ": " + record.status()
                + ", " + record.prediction().orElseThrow().expression()), Progress.NONE);
        }
        others(); // which must not have been disturbed
    }

    private static void others() throws ReflectiveOperationException {
        System.out.println(tensorFlow1(17));
        try (Mat mat = new Mat(3, 5, opencv_core.CV_8UC1, new Scalar(2))) {
            System.out.println("OpenCV: " + opencv_core.sumElems(mat).get(0));
        }
    }

    /** Runs a constant through a graph; by reflection, as the class path to compile with has the newer TensorFlow. */
    private static String tensorFlow1(final float value) throws ReflectiveOperationException {
        final Class<?> tensors = Class.forName("org.tensorflow.Tensor");
        final Object tensor = tensors.getMethod("create", Object.class).invoke(null, value);
        final Class<?> graphs = Class.forName("org.tensorflow.Graph");
        final Object graph = graphs.getConstructor().newInstance();
        final Object builder =
            graphs.getMethod("opBuilder", String.class, String.class).invoke(graph, "Const", "constant");
        final Class<?> builders = Class.forName("org.tensorflow.OperationBuilder");
        builders.getMethod("setAttr", String.class, Class.forName("org.tensorflow.DataType")).invoke(builder, "dtype",
            tensors.getMethod("dataType").invoke(tensor));
        builders.getMethod("setAttr", String.class, tensors).invoke(builder, "value", tensor);
        builders.getMethod("build").invoke(builder);
        final Object session = Class.forName("org.tensorflow.Session").getConstructor(graphs).newInstance(graph);
        Object runner = call(session, "runner");
        runner = runner.getClass().getMethod("fetch", String.class).invoke(runner, "constant");
        final Object result = tensors.getMethod("floatValue").invoke(((List<?>) call(runner, "run")).get(0));
        final Object version = Class.forName("org.tensorflow.TensorFlow").getMethod("version").invoke(null);
        return "TensorFlow " + version + ": " + result;
    }

    private static Object call(final Object object, final String name) throws ReflectiveOperationException {
        final Method method = object.getClass().getMethod(name);
        return method.invoke(object);
    }
}
