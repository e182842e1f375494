package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.tensorflow.ndarray.Shape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** One file of reference numbers made by the authors' implementation (METHOD 6); values are found by a path of keys. */
record GoldenReference(String name, JsonObject content) {

    /** The part of a tensor's largest value that its numbers may differ from the reference. */
    private static final double TOLERANCE = 1e-5;
    /** The reference's numbers are rounded to nine decimals. */
    private static final double ROUNDING = 1e-9;

    /** An array of numbers, row-major. */
    record Values(float[] values, long... shape) {

        Shape tensorShape() {
            return Shape.of(shape);
        }

        int size(final int axis) {
            return (int) shape[axis];
        }

        /** @return the largest absolute value */
        double largest() {
            double largest = 0;
            for (final float value : values) largest = Math.max(largest, Math.abs(value));
            return largest;
        }

        /** @return the same with the last two axes exchanged: PyTorch stores weights [out, in] */
        Values transposed() {
            final int rows = size(shape.length - 2);
            final int columns = size(shape.length - 1);
            final float[] turned = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                final int block = i / (rows * columns) * rows * columns;
                final int place = i % (rows * columns);
                turned[block + place % columns * rows + place / columns] = values[i];
            }
            final long[] sizes = shape.clone();
            sizes[shape.length - 2] = columns;
            sizes[shape.length - 1] = rows;
            return new Values(turned, sizes);
        }
    }

    /**
     * @return all files {@code amtl_reference*.json} of the folder that the system property {@code affectj.golden}
     * names
     */
    static List<GoldenReference> all() throws IOException {
        return all(Path.of(System.getProperty("affectj.golden", "src/test/resources/golden")));
    }

    /** @return all files {@code amtl_reference*.json} of a folder, at least one */
    static List<GoldenReference> all(final Path folder) throws IOException {
        assertTrue(Files.isDirectory(folder), "The folder " + folder + " (affectj.golden) doesn't exist.");
        final List<GoldenReference> references = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.sorted().toList()) {
                if (file.getFileName().toString().matches("amtl_reference.*\\.json")) references.add(read(file));
            }
        }
        assertTrue(!references.isEmpty(), "The folder " + folder + " (affectj.golden) holds no amtl_reference*.json.");
        return references;
    }

    private static GoldenReference read(final Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new GoldenReference(file.getFileName().toString(), JsonParser.parseReader(reader).getAsJsonObject());
        }
    }

    /** @return the keys below a path */
    List<String> keys(final String path) {
        return List.copyOf(find(path).getAsJsonObject().keySet());
    }

    /** @return the numbers at a path such as {@code grad/va/va_W} */
    Values get(final String path) {
        final List<Float> values = new ArrayList<>();
        final List<Long> shape = new ArrayList<>();
        collect(find(path), values, shape, 0);
        final float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) flat[i] = values.get(i);
        return new Values(flat, shape.stream().mapToLong(Long::longValue).toArray());
    }

    boolean has(final String path) {
        JsonElement element = content;
        for (final String key : path.split("/")) element = element == null ? null : element.getAsJsonObject().get(key);
        return element != null;
    }

    int integer(final String path) {
        return find(path).getAsInt();
    }

    private JsonElement find(final String path) {
        JsonElement element = content;
        for (final String key : path.split("/")) {
            element = element.getAsJsonObject().get(key);
            assertTrue(element != null, name + " lacks " + path + ".");
        }
        return element;
    }

    private static void collect(final JsonElement element, final List<Float> values, final List<Long> shape,
        final int depth)
    {
        if (!element.isJsonArray()) {
            values.add(element.getAsFloat());
            return;
        }
        if (shape.size() == depth) shape.add((long) element.getAsJsonArray().size());
        element.getAsJsonArray().forEach(inner -> collect(inner, values, shape, depth + 1));
    }

    /**
     * Compares a tensor with the reference at {@code path}: no number may be off by more than 1e-5 of the largest one.
     */
    void assertClose(final String path, final Values expected, final float[] actual) {
        assertClose(path, expected, actual, new boolean[actual.length], 0);
    }

    /** The same, but numbers that are marked may be off by {@code slack} besides. */
    void assertClose(final String path, final Values expected, final float[] actual, final boolean[] marked,
        final double slack)
    {
        assertEquals(expected.values.length, actual.length, name + ": size of " + path);
        final double allowed = TOLERANCE * expected.largest() + ROUNDING;
        for (int i = 0; i < actual.length; i++) {
            final int place = i;
            final double error = Math.abs((double) expected.values[i] - actual[i]);
            assertTrue(error <= allowed + (marked[i] ? slack : 0), () -> name + ": number " + place + " of " + path
                + " is " + actual[place] + " instead of " + expected.values[place] + ", allowed are ±" + allowed);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
