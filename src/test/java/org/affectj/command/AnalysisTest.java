package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.Progress;
import org.affectj.imagej.PictureFiles;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FaceAnalyzer;
import org.affectj.pipeline.FrameSource;
import org.affectj.shell.AffectJ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** The main job on the sample portrait, by every way that leads to it. */
class AnalysisTest {

    private static final Path PORTRAIT = Path.of("samples", "astronaut.png");

    private static Context context;
    private static List<String> expected;

    @TempDir
    private Path folder;

    /** What the core gives, without ImageJ's windows, menus and tables. */
    @BeforeAll
    static void analyzeByCore(@TempDir final Path temporary) throws Exception {
        context = new Context();
        PlainImageJ.start();
        final Path file = temporary.resolve("core.csv");
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(AnalysisOptions.DEFAULT);
            FrameSource source = PictureFiles.open(PORTRAIT);
            CsvResults csv = new CsvResults(file, analyzer.columns()))
        {
            analyzer.analyze(source, csv::write, Progress.NONE);
        }
        expected = Files.readAllLines(file);
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    @BeforeEach
    void forget() {
        context.service(PrefService.class).clearAll();
    }

    @Test
    void coreFindsOneSmilingFace() {
        assertEquals(2, expected.size());
        final List<String> names = List.of(expected.get(0).split(","));
        final List<String> cells = List.of(expected.get(1).split(",", -1));
        assertEquals("ok", cells.get(names.indexOf("status")));
        assertEquals("Happiness", cells.get(names.indexOf("expression")));
        assertEquals("1", cells.get(names.indexOf("AU12_present")));
    }

    @Test
    void commandGivesTheSame() throws Exception {
        final ImagePlus image = IJ.openImage(PORTRAIT.toString());
        assertEquals(expected, lines(run(AnalyzeFaces.class, "image", image)));
        assertTrue(Stream.of(image.getOverlay().toArray()).anyMatch(roi -> roi.getName().contains("Happiness")));
    }

    @Test
    void macroGivesTheSame() throws IOException {
        final Path csv = Files.createDirectories(folder.resolve("with space")).resolve("faces.csv");
        assertEquals("done", PlainImageJ.runMacro("open('" + PORTRAIT + "');\n"
            + "run('Analyze Faces...', 'csv=[" + csv + "]'); close(); return 'done';"));
        assertEquals(expected, Files.readAllLines(csv));
    }

    @Test
    void scriptGivesTheSame() throws Exception {
        final ScriptModule script = context.service(ScriptService.class).run("analyze.groovy", new StringReader("""
            #@ CommandService commands
            #@output Object table
            image = ij.IJ.openImage("samples/astronaut.png")
            table = commands.run("org.affectj.command.AnalyzeFaces", true, "image", image).get().getOutput("table")
            """), true).get();
        assertEquals(expected, FaceTables.lines((ResultsTable) script.getOutput("table")));
    }

    @Test
    void shellGivesTheSame() throws IOException {
        final StringWriter err = new StringWriter();
        assertEquals(0, AffectJ.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "analyze",
            PORTRAIT.toString(), "--output", folder.toString()), err.toString());
        assertEquals(expected, Files.readAllLines(folder.resolve("astronaut.csv")));
    }

    @Test
    void macroThatUsersCopyWorks() throws IOException {
        final Path picture = Files.copy(PORTRAIT, folder.resolve("astronaut.png"));
        IJ.runMacroFile(Path.of("scripts", "analyze-face.ijm").toAbsolutePath().toString(), picture.toString());
        assertTrue(Files.readAllLines(folder.resolve("astronaut.csv")).get(1).startsWith(expected.get(1)),
            "the same cells, then landmarks");
        assertEquals(512, IJ.openImage(folder.resolve("astronaut-faces.png").toString()).getWidth());
    }

    @Test
    void scriptThatUsersCopyWorks() throws Exception {
        final Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.copy(PORTRAIT, pictures.resolve("astronaut.png"));
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
        final ScriptModule script = context.service(ScriptService.class).run(new File("scripts/analyze-folder.groovy"),
            true, "pictures", pictures.toFile(), "tables", folder.toFile()).get();
        assertEquals("astronaut.png: 1 rows", script.getOutput("report"));
        assertEquals(expected, Files.readAllLines(folder.resolve("astronaut.csv")));
    }

    @Test
    void stackIsMeasuredSliceBySliceOrWhereItStands() throws Exception {
        final ImagePlus portrait = IJ.openImage(PORTRAIT.toString());
        final ImageStack slices = new ImageStack(512, 512);
        slices.addSlice(portrait.getProcessor().createProcessor(512, 512));
        slices.addSlice(portrait.getProcessor());
        final ImagePlus stack = new ImagePlus("astronaut.png", slices);
        final List<String> whole = lines(run(AnalyzeFaces.class, "image", stack));
        assertTrue(whole.get(1).startsWith("astronaut.png,1,,,,no_face,"), whole.get(1));
        assertEquals(expected.get(1).replaceFirst(",1,", ",2,"), whole.get(2));
        assertEquals(1, stack.getCurrentSlice());
        stack.setSlice(2);
        assertEquals(List.of(whole.get(0), whole.get(2)),
            lines(run(AnalyzeFaces.class, "image", stack, "wholeStack", false)));
    }

    @Test
    void everyKindOfPixelsShowsTheFace() throws Exception {
        for (final String kind : List.of("8-bit", "16-bit", "32-bit", "RGB stack")) {
            final ImagePlus image = IJ.openImage(PORTRAIT.toString());
            final ImageConverter converter = new ImageConverter(image);
            switch (kind) {
                case "8-bit" -> converter.convertToGray8();
                case "16-bit" -> converter.convertToGray16();
                case "32-bit" -> converter.convertToGray32();
                default -> converter.convertToRGBStack();
            }
            if (kind.equals("32-bit")) image.getProcessor().setf(0, Float.NaN);
            final ResultsTable table = table(run(AnalyzeFaces.class, "image", image));
            assertEquals("ok Happiness", table.getStringValue("status", 0) + " "
                + table.getStringValue("expression", 0), kind);
        }
    }

    @Test
    void alignedFacesLieWhereTheirTransformSays() throws Exception {
        final ImagePlus image = IJ.openImage(PORTRAIT.toString());
        final Module module = run(AlignFaces.class, "image", image, "cropSize", 224);
        final ImagePlus crops = (ImagePlus) module.getOutput("crops");
        assertEquals("224×224×1", crops.getWidth() + "×" + crops.getHeight() + "×" + crops.getStackSize());
        assertEquals("astronaut.png frame 1 face 1", crops.getStack().getSliceLabel(1));
        final ResultsTable table = table(module);
        assertEquals(1, table.getValue("slice", 0));
        final double a = table.getValue("a", 0);
        final double b = table.getValue("b", 0);
        final double norm = a * a + b * b;
        for (final int[] point : new int[][] { { 100, 100 }, { 60, 150 }, { 170, 120 } }) {
            final double u = point[0] - table.getValue("tx", 0);
            final double v = point[1] - table.getValue("ty", 0);
            image.getProcessor().setInterpolationMethod(ImageProcessor.BILINEAR);
            final int sampled = image.getProcessor()
                .getPixelInterpolated((a * u + b * v) / norm, (a * v - b * u) / norm);
            final int cropped = crops.getProcessor().getPixel(point[0], point[1]);
            for (int shift = 0; shift < 24; shift += 8)
                assertEquals(sampled >> shift & 255, cropped >> shift & 255, 2, "the colour at " + point[0]);
        }
    }

    @Test
    void pictureWithoutFaceHasOneRow() throws Exception {
        final ImagePlus grey = new ImagePlus("grey.png", new ByteProcessor(200, 200));
        final List<String> lines = lines(run(AnalyzeFaces.class, "image", grey));
        assertEquals("grey.png,1,,,,no_face" + ",".repeat(expected.get(0).split(",").length - 6), lines.get(1));
        final Module aligned = run(AlignFaces.class, "image", grey);
        assertNull(aligned.getOutput("crops"));
        assertEquals("no_face", table(aligned).getStringValue("status", 0));
    }

    @Test
    void modelWithMissingOrAlteredFileIsRefused() throws Exception {
        final Path original = new ModelStore().open(ModelStore.AFFECT, ModelDescription.Kind.AFFECT).path();
        final Path model = Files.createDirectories(folder.resolve("model"));
        for (final Path file : files(original))
            Files.copy(file, model.resolve(file.getFileName()));
        final byte[] graph = Files.readAllBytes(model.resolve("saved_model.pb"));
        graph[graph.length / 2] ^= 1;
        Files.write(model.resolve("saved_model.pb"), graph);
        assertEquals("The model " + model + " isn't as it was made, its file saved_model.pb was altered: install it "
            + "again.", reason(model));
        Files.delete(model.resolve("saved_model.pb"));
        assertEquals("The model " + model + " lacks its file saved_model.pb: install it again.", reason(model));
        Files.delete(model.resolve("model.json"));
        assertEquals("The folder " + model + " has no model.json: give the folder of a model.", reason(model));
    }

    private String reason(final Path model) throws Exception {
        return reason(context.service(CommandService.class).run(AnalyzeFaces.class, true, "image",
            IJ.openImage(PORTRAIT.toString()), "model", model.toString()).get());
    }

    private static String reason(final Module module) {
        return ((Cancelable) module.getDelegateObject()).getCancelReason();
    }

    private static Module run(final Class<? extends Command> command, final Object... inputs) throws Exception {
        final Module module = context.service(CommandService.class).run(command, true, inputs).get();
        assertNull(reason(module));
        return module;
    }

    private static ResultsTable table(final Module module) {
        return (ResultsTable) module.getOutput("table");
    }

    private static List<String> lines(final Module module) {
        return FaceTables.lines(table(module));
    }

    private static List<Path> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
