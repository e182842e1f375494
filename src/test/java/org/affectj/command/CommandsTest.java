package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Menus;
import ij.process.ByteProcessor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.affectj.analysis.Baseline;
import org.affectj.analysis.Smoothing;
import org.affectj.analysis.TableAgreement;
import org.affectj.detect.ExtraPasses;
import org.affectj.engine.Precision;
import org.affectj.imagej.AnonymousPicture;
import org.affectj.imagej.Sample;
import org.affectj.pipeline.AnalysisPreset;
import org.affectj.training.data.DataFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;
import org.scijava.service.Service;

/** The commands as a context of SciJava runs them. */
class CommandsTest {

    private static final List<Class<? extends Command>> COMMANDS =
        List.of(AnalyzeFaces.class, AnalyzeFolder.class, AlignFaces.class, DownloadModel.class, DrawOverlay.class,
            ExploreResults.class, OpenSample.class, OpenVideo.class, RelateActionUnits.class, TrainNetwork.class,
            AboutAffectJ.class, SmoothTable.class, FindEvents.class, CutEpochs.class, MeasureSynchrony.class,
            CompareTables.class, CorrectTracks.class, ImportTable.class,
            WriteMethods.class, AnonymizeFolder.class);

    private static Context context;

    @BeforeAll
    static void open() {
        context = new Context();
    }

    @BeforeEach
    void forget() {
        context.service(PrefService.class).clearAll();
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    static Stream<Class<? extends Command>> commands() {
        return COMMANDS.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyInputExplainsItself(final Class<? extends Command> command) {
        for (final ModuleItem<?> input : info(command).inputs()) {
            if (Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class) continue;
            assertFalse(input.getLabel().isEmpty(), input.getName());
            assertFalse(input.getDescription().isEmpty(), input.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyNumberHasARange(final Class<? extends Command> command) {
        for (final ModuleItem<?> input : info(command).inputs()) {
            if (input.getType() != int.class && input.getType() != double.class) continue;
            final double least = ((Number) input.getMinimumValue()).doubleValue();
            assertTrue(least < ((Number) input.getMaximumValue()).doubleValue(), input.getName());
        }
    }

    /** ImageJ's recorder searches for a key, and complains of one that ends like another. */
    @ParameterizedTest
    @MethodSource("commands")
    void keysOfMacrosAreDistinct(final Class<? extends Command> command) {
        final Set<String> keys = new HashSet<>();
        for (final ModuleItem<?> input : info(command).inputs()) {
            final String key = input.getName().toLowerCase(Locale.ROOT);
            assertTrue(key.matches("[a-z]+"), key);
            assertTrue(keys.stream().noneMatch(other -> other.endsWith(key) || key.endsWith(other)), key);
            keys.add(key);
        }
    }

    /** SciJava would make an image of its remembered title, and read a file of that name. */
    @ParameterizedTest
    @MethodSource("commands")
    void imagesAreNotRemembered(final Class<? extends Command> command) {
        for (final ModuleItem<?> input : info(command).inputs())
            if (input.getType() == ImagePlus.class) assertFalse(input.isPersisted());
    }

    @Test
    void choicesAreWhatTheCoreKnows() {
        assertEquals(names(ExtraPasses.values()), info(AnalyzeFaces.class).getInput("turnedFaces").getChoices());
        assertEquals(names(Precision.values()), info(AnalyzeFaces.class).getInput("precision").getChoices());
        assertEquals(names(Precision.values()), info(TrainNetwork.class).getInput("precision").getChoices());
        assertEquals(names(Smoothing.Method.values()), info(FindEvents.class).getInput("smoothing").getChoices());
        assertEquals(names(Baseline.Kind.values()), info(FindEvents.class).getInput("baseline").getChoices());
        assertEquals(names(TableAgreement.Clock.values()), info(CompareTables.class).getInput("clock").getChoices());
        assertEquals(names(AnonymousPicture.Style.values()),
            info(AnonymizeFolder.class).getInput("style").getChoices());
        assertEquals(names(DataFormat.values()), info(TrainNetwork.class).getInput("format").getChoices());
        assertEquals(names(AnalysisPreset.values()), info(AnalyzeFaces.class).getInput("preset").getChoices());
        assertEquals(names(Sample.values()), info(OpenSample.class).getInput("sample").getChoices());
        assertEquals(names(TrainNetwork.Method.values()), info(TrainNetwork.class).getInput("method").getChoices());
    }

    @Test
    void pathsAndTablesAreForgotten() {
        assertFalse(info(AnalyzeFaces.class).getInput("csv").isPersisted());
        assertFalse(info(DrawOverlay.class).getInput("table").isPersisted());
        assertTrue(info(AnalyzeFaces.class).getInput("minimumFace").isPersisted());
        assertEquals(ItemVisibility.INVISIBLE, info(DrawOverlay.class).getInput("results").getVisibility());
    }

    /** Fiji merges an entry of plugins.config with the SciJava command of the same menu path. */
    @Test
    void menusOfFijiAndPlainImageJAreTheSame() throws Exception {
        PlainImageJ.start();
        final List<String> lines = Files.readAllLines(Path.of("plugins.config"));
        assertEquals(COMMANDS.size(), lines.stream().filter(line -> !line.startsWith("#")).count());
        for (final Class<? extends Command> command : COMMANDS) {
            final String label = info(command).getMenuPath().getLeaf().getName();
            assertEquals("Plugins > AffectJ > " + label, info(command).getMenuPath().getMenuString());
            assertEquals("org.affectj.imagej.menu.MenuCommand(\"" + command.getName() + "\")",
                Menus.getCommands().get(label));
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("Plugins>AffectJ, \"" + label + "\", ")));
        }
    }

    @Test
    void missingImageIsSaidInOneSentence() throws Exception {
        assertEquals("There is no image: open a picture of a face first.", reason(AnalyzeFaces.class));
        assertEquals("There is no image: open a picture of a face first.", reason(AlignFaces.class));
        assertEquals("There is no image: open the picture that was analysed first.", reason(DrawOverlay.class));
    }

    @Test
    void tooSmallImageIsSaidInOneSentence() throws Exception {
        assertEquals("The image 'dot' has 1×1 pixels, too few for a face: use one of 16×16 or more.",
            reason(AnalyzeFaces.class, "image", new ImagePlus("dot", new ByteProcessor(1, 1))));
        final ImagePlus empty = new ImagePlus();
        empty.setTitle("empty");
        assertEquals("The image 'empty' has no pixels (0×0): open a picture of a face first.",
            reason(AlignFaces.class, "image", empty));
    }

    @Test
    void unknownChoiceIsSaidInOneSentence() throws Exception {
        assertEquals("The search for turned faces can't be 'sometimes': give never, when none, always.",
            reason(AnalyzeFaces.class, "image", face(), "turnedFaces", "sometimes"));
        assertEquals("The smallest score can't be 2.0: give a number from 0 to 1.",
            reason(AlignFaces.class, "image", face(), "minimumScore", 2));
    }

    @Test
    void missingTableIsSaidInOneSentence() throws Exception {
        assertEquals("There is no table 'nowhere.csv': run Analyze Faces first, or give the title of another table's "
            + "window or the path of a CSV file.", reason(DrawOverlay.class, "image", face(), "table", "nowhere.csv"));
    }

    @Test
    void aboutTellsVersionsAndFolders() throws Exception {
        final Module module = run(AboutAffectJ.class);
        assertNull(((Cancelable) module.getDelegateObject()).getCancelReason());
        final String report = (String) module.getOutput("report");
        for (final String subject : List.of("AffectJ: ", "Java: 17", "TensorFlow", "Models folder: ", "ImageJ: 1.",
            "(Happiness)"))
            assertTrue(report.contains(subject), report);
    }

    private static ImagePlus face() {
        return new ImagePlus("face", new ByteProcessor(100, 100));
    }

    private static List<String> names(final Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }

    private static CommandInfo info(final Class<? extends Command> command) {
        final CommandInfo info = context.service(CommandService.class).getCommand(command);
        assertNotNull(info);
        return info;
    }

    private static Module run(final Class<? extends Command> command, final Object... inputs)
        throws InterruptedException, ExecutionException
    {
        return context.service(CommandService.class).run(command, true, inputs).get();
    }

    private static String reason(final Class<? extends Command> command, final Object... inputs) throws Exception {
        return ((Cancelable) run(command, inputs).getDelegateObject()).getCancelReason();
    }
}
