package org.affectj.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * ICT-FaceKit's light face model, as stored in {@code ictface.zip}.
 *
 * @param mesh neutral mean face: skin, mouth, teeth, eyeballs, lashes
 * @param identities offsets x, y, z a vertex of each mode of identity, for weights ~ N(0, 1)
 * @param expressions expression shapes by the kit's names, for weights 0 to 1
 */
public record FaceKit(Mesh mesh, float[][] identities, Map<String, Shape> expressions) {

    /** Vertices of the 68 landmarks in iBUG order (the kit's README). */
    static final int[] LANDMARKS = { 1225, 1888, 1052, 367, 1719, 1722, 2199, 1447, 966, 3661, 4390, 3927, 3924, 2608,
        3272, 4088, 3443, 268, 493, 1914, 2044, 1401, 3615, 4240, 4114, 2734, 2509, 978, 4527, 4942, 4857, 1140, 2075,
        1147, 4269, 3360, 1507, 1542, 1537, 1528, 1518, 1511, 3742, 3751, 3756, 3721, 3725, 3732, 5708, 5695, 2081, 0,
        4275, 6200, 6213, 6346, 6461, 5518, 5957, 5841, 5702, 5711, 5533, 6216, 6207, 6470, 5517, 5966 };

    /** The first vertices are the face, then those of head and neck; the rest lies inside (the kit's README). */
    static final int FACE_VERTICES = 9409;
    static final int SKIN_VERTICES = 11248;

    /** Ranges of polygons [from, to) that are drawn, by material (the kit's README); the rest is for other shaders. */
    private static final Object[][] DRAWN = { { 0, 11144, Material.SKIN }, { 11144, 13226, Material.MOUTH },
        { 13226, 14034, Material.SOCKET }, { 14034, 17006, Material.GUMS }, { 17006, 21496, Material.TEETH },
        { 21496, 22296, Material.EYE }, { 23094, 23894, Material.EYE }, { 25304, 26384, Material.LASH } };

    /**
     * @param zip ictface.zip
     * @throws IOException if it can't be read or isn't the face kit
     */
    public static FaceKit read(final Path zip) throws IOException {
        if (!Files.isReadable(zip)) throw new IOException("No readable face kit at " + zip + ": give ictface.zip.");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            final Mesh mesh = mesh(file, zip);
            final List<float[]> identities = new ArrayList<>();
            final Map<String, Shape> expressions = new HashMap<>();
            for (final ZipEntry entry : file.stream().sorted((a, b) -> a.getName().compareTo(b.getName())).toList()) {
                final String name = entry.getName();
                if (!name.endsWith(".f16")) continue;
                final float[] offsets = halves(file, entry);
                if (offsets.length != mesh.rest().length)
                    throw new IOException(name + " in " + zip + " has " + offsets.length + " numbers instead of "
                        + mesh.rest().length + ".");
                final String shape = name.substring(name.lastIndexOf('/') + 1, name.length() - 4);
                if (shape.startsWith("identity")) identities.add(offsets);
                else expressions.put(shape, Shape.of(offsets));
            }
            return new FaceKit(mesh, identities.toArray(float[][]::new), Map.copyOf(expressions));
        }
    }

    private static Mesh mesh(final ZipFile file, final Path zip) throws IOException {
        final ZipEntry entry = file.stream().filter(e -> e.getName().endsWith("generic_neutral_mesh.obj")).findFirst()
            .orElseThrow(() -> new IOException("No generic_neutral_mesh.obj in " + zip + ": give ictface.zip."));
        final List<float[]> vertices = new ArrayList<>();
        final List<int[]> polygons = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
            new InputStreamReader(file.getInputStream(entry), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("v ")) vertices.add(vertex(line));
                else if (line.startsWith("f ")) polygons.add(polygon(line));
            }
        }
        return mesh(vertices, polygons);
    }

    private static Mesh mesh(final List<float[]> vertices, final List<int[]> polygons) {
        final float[] rest = new float[3 * vertices.size()];
        for (int v = 0; v < vertices.size(); v++) System.arraycopy(vertices.get(v), 0, rest, 3 * v, 3);
        final List<int[]> triangles = new ArrayList<>();
        final List<Material> materials = new ArrayList<>();
        for (final Object[] range : DRAWN)
            for (int p = (int) range[0]; p < (int) range[1]; p++)
                for (int c = 2; c < polygons.get(p).length; c++) {
                    triangles.add(new int[] { polygons.get(p)[0], polygons.get(p)[c - 1], polygons.get(p)[c] });
                    materials.add((Material) range[2]);
                }
        final byte[] made = new byte[materials.size()];
        for (int t = 0; t < made.length; t++) made[t] = (byte) materials.get(t).ordinal();
        return new Mesh(rest, triangles.stream().flatMapToInt(Arrays::stream).toArray(), made);
    }

    private static float[] vertex(final String line) {
        final String[] words = line.split("\\s+");
        return new float[] { Float.parseFloat(words[1]), Float.parseFloat(words[2]), Float.parseFloat(words[3]) };
    }

    private static int[] polygon(final String line) {
        final String[] words = line.trim().split("\\s+");
        final int[] corners = new int[words.length - 1];
        for (int c = 0; c < corners.length; c++) corners[c] = Integer.parseInt(words[c + 1].split("/")[0]) - 1;
        return corners;
    }

    private static float[] halves(final ZipFile file, final ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            final ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            final float[] values = new float[bytes.remaining() / 2];
            for (int i = 0; i < values.length; i++) values[i] = half(bytes.getShort());
            return values;
        }
    }

    /** @return the value of an IEEE 754 half-precision number */
    static float half(final short bits) {
        final int exponent = bits >> 10 & 0x1f;
        final int fraction = bits & 0x3ff;
        final float magnitude = exponent == 0 ? fraction * 0x1p-24f
            : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        return bits < 0 ? -magnitude : magnitude;
    }
}
