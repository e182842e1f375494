package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.affectj.engine.NetworkSpecification;
import org.affectj.training.JointSettings;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

/** The shell's defaults are those of the menu. */
class TrainingDefaultsTest {

    private static final CommandLine JOINT =
        new CommandLine(new AffectJ()).getSubcommands().get("train").getSubcommands().get("joint");

    @Test
    void shellAndMenuTrainAlike() {
        final JointSettings menu = JointSettings.DEFAULT;
        final NetworkSpecification network = menu.network();
        assertOption("--epochs", menu.epochs());
        assertOption("--steps", menu.steps());
        assertOption("--batch", menu.batch());
        assertOption("--learning-rate", menu.learningRate());
        assertOption("--weight-decay", menu.weightDecay());
        assertOption("--warm-up", menu.warmUp());
        assertOption("--curve", menu.curve());
        assertOption("--seed", menu.seed());
        assertEquals("2,1,0.3", text("--task-weights"));
        assertEquals(List.of(2.0, 1.0, 0.3), menu.taskWeights());
        assertEquals(1, Double.parseDouble(text("--degradation")));
        assertEquals(1, menu.degradation());
        assertEquals(1, Double.parseDouble(text("--jitter")));
        assertEquals(1, menu.jitter());
        assertOption("--head", network.head());
        assertOption("--image-size", network.imageSize());
        assertOption("--stem", network.stem());
        assertOption("--widths", network.widths().stream().map(Object::toString).collect(Collectors.joining(",")));
        assertOption("--blocks", network.blocks());
        assertOption("--features", network.features());
        assertOption("--neighbours", network.neighbours());
        assertOption("--attention", network.attention());
        assertOption("--dropout", network.dropout());
        assertOption("--optimizer", network.optimizer());
        assertEquals(0, Double.parseDouble(text("--averaging")));
        assertEquals(0, network.averaging());
    }

    private static void assertOption(final String name, final Object value) {
        assertEquals(value.toString(), text(name), name);
    }

    private static String text(final String name) {
        return JOINT.getCommandSpec().findOption(name).defaultValue();
    }
}
