package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.Calibration;
import org.affectj.engine.Engine;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Operations;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.tensorflow.engine.TfEngine;
import ai.djl.tensorflow.engine.TfNDManager;

/** TensorFlow, reached through DJL. Made by {@link org.affectj.engine.EngineLoader} in a class loader of its own. */
public final class TensorFlowEngine implements Engine {

    private final ai.djl.engine.Engine djl;
    private final List<String> devices;
    private final int threads;

    /**
     * Loads the native libraries.
     *
     * @param threads that they were told to compute with; 0 for as many as there are cores
     */
    public TensorFlowEngine(final int threads) {
        this.threads = threads;
        djl = ai.djl.engine.Engine.getEngine(TfEngine.ENGINE_NAME);
        devices = listDevices();
    }

    @Override
    public String name() {
        return "TensorFlow " + djl.getVersion();
    }

    @Override
    public List<String> devices() {
        return devices;
    }

    @Override
    public Network load(final Path savedModel, final EngineOptions options) {
        check(savedModel, options.operations());
        checkThreads(options.threads());
        final SessionSettings settings = SessionSettings.of(options, devices, isTrainable(savedModel));
        final Model model = Model.newInstance("saved_model.pb", Device.cpu(), TfEngine.ENGINE_NAME);
        try {
            model.load(savedModel, null, Map.of("ConfigProto", settings.toProto()));
            return new DjlNetwork(model);
        } catch (final IOException | MalformedModelException | RuntimeException e) { // of which TensorFlow throws many
            model.close();
            throw new AffectException("The network in " + savedModel + " can't be read (" + Messages.line(e)
                + "): install it again.", e);
        }
    }

    @Override
    public void check(final Path savedModel, final Operations allowed) {
        if (!Files.isRegularFile(savedModel.resolve("saved_model.pb")))
            throw new AffectException(
                "The folder " + savedModel + " holds no network (saved_model.pb): choose another.");
        if (allowed != Operations.ANY) PermittedOperations.check(savedModel, allowed);
    }

    private void checkThreads(final int wanted) {
        if (wanted != 0 && wanted != threads)
            throw new AffectException("The number of threads can't change to " + wanted + ", this process computes "
                + "with " + (threads == 0 ? "one for each core" : threads) + ": start it again to use another number.");
    }

    /** Exported networks have their weights in the graph; only those that can be trained have variables. */
    private static boolean isTrainable(final Path savedModel) {
        return Files.isDirectory(savedModel.resolve("variables"));
    }

    @Override
    public void create(final NetworkSpecification specification, final Path savedModel) {
        NetworkBuilder.create(specification, savedModel);
    }

    @Override
    public void create(final NetworkSpecification specification, final Path savedModel, final Path frozenModel) {
        NetworkBuilder.create(specification, savedModel, frozenModel);
    }

    @Override
    public void export(final NetworkSpecification specification, final Path checkpoint, final Path savedModel) {
        NetworkBuilder.export(specification, checkpoint, savedModel);
    }

    @Override
    public void export(final NetworkSpecification heads, final Path checkpoint, final Path backboneModel,
        final Path savedModel)
    {
        NetworkBuilder.export(heads, checkpoint, backboneModel, savedModel);
    }

    @Override
    public void exportEnsemble(final List<Path> members, final Calibration calibration, final Path savedModel) {
        Ensemble.export(members, calibration, savedModel);
    }

    /** @return names such as {@code cpu} and {@code gpu:0}, from TensorFlow's {@code …/device:GPU:0} */
    private List<String> listDevices() {
        try (NDManager manager = djl.newBaseManager(Device.cpu());
                PointerScope scope = new PointerScope();
                TF_Status status = TF_Status.newStatus()) {
            final TF_DeviceList list =
                tensorflow.TFE_ContextListDevices(((TfNDManager) manager).getEagerSession(), status);
            status.throwExceptionIfNotOK();
            final List<String> names = new ArrayList<>();
            for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
                final String name = tensorflow.TF_DeviceListName(list, i, status).getString();
                final String device = name.substring(name.indexOf("device:") + 7).toLowerCase(Locale.ROOT);
                if (device.equals("cpu:0")) names.add("cpu");
                else if (device.startsWith("gpu:")) names.add(device);
            }
            tensorflow.TF_DeleteDeviceList(list);
            return List.copyOf(names);
        }
    }
}
