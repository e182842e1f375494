package org.affectj.tensorflow;

import java.util.List;

import org.affectj.AffectException;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.affectj.engine.Processor;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * How a session runs: the user's options, made definite for this machine.
 *
 * @param gpu whether on the first GPU, else on the CPU
 * @param reduced whether convolutions and matrix products are computed in 16 bits
 */
record SessionSettings(boolean gpu, boolean reduced) {

    /**
     * @param options what the user wants
     * @param devices what the machine has
     * @param trainable whether the network can be trained, not only predict
     * @throws AffectException if it hasn't what the user wants
     */
    static SessionSettings of(final EngineOptions options, final List<String> devices, final boolean trainable) {
        final boolean gpu = isGpu(options.device(), devices);
        return new SessionSettings(gpu, isReduced(options.precision(), gpu, trainable));
    }

    private static boolean isGpu(final String device, final List<String> devices) {
        if (device.equals("auto")) return devices.contains("gpu:0");
        if (device.equals("cpu")) return false;
        final String wanted = device.equals("gpu") ? "gpu:0" : device;
        if (!devices.contains(wanted))
            throw new AffectException("The device '" + device + "' isn't there: this machine has "
                + String.join(", ", devices) + ".");
        if (!wanted.equals("gpu:0")) // a SavedModel's operations always go to the first GPU that the process sees
            throw new AffectException("The device '" + device + "' can't be chosen in a running process: start ImageJ "
                + "with CUDA_VISIBLE_DEVICES=" + wanted.substring(4) + " in its environment and use gpu.");
        return true;
    }

    private static boolean isReduced(final Precision precision, final boolean gpu, final boolean trainable) {
        final boolean capable = gpu || Processor.detect().bfloat16();
        if (precision == Precision.BFLOAT16 && !capable)
            throw new AffectException("The precision 'bfloat16' isn't there: the processor ("
                + Processor.detect().name() + ") doesn't compute it natively. Use auto or float32.");
        return precision == Precision.BFLOAT16 || precision == Precision.AUTO && trainable && capable && !gpu;
    }

    /** @return the settings as TensorFlow takes them */
    ConfigProto toProto() {
        final RewriterConfig.Builder rewriter = RewriterConfig.newBuilder();
        if (reduced && gpu) rewriter.setAutoMixedPrecision(RewriterConfig.Toggle.ON);
        else if (reduced) rewriter.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
        final ConfigProto.Builder config = ConfigProto.newBuilder()
            .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter));
        if (gpu) config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
        else config.putDeviceCount("GPU", 0);
        return config.build();
    }
}
