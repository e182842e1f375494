package org.affectj.render;

/** Gives each visible sample of one person its paint and its light. */
final class Shading {

    private static final float[] TOOTH = Colour.srgb(225, 212, 190);
    private static final float[] GUMS = Colour.srgb(170, 80, 80);
    private static final float[] THROAT = Colour.srgb(120, 48, 46);

    private final SkinPaint skin;
    private final EyePaint eye;
    private final Lines lines;
    private final Appearance looks;
    private final Posed posed;
    private final Reflection reflection;
    private final Surface surface = new Surface();
    private final float[] normal = new float[3];
    private final float gape;

    Shading(final Posed posed, final Appearance looks, final Performance performance, final Reflection reflection) {
        this.posed = posed;
        this.looks = looks;
        this.reflection = reflection;
        skin = new SkinPaint(looks, performance);
        eye = new EyePaint(looks);
        lines = new Lines(looks, performance);
        gape = Math.min(1, 0.55f * performance.intensity(ActionUnit.AU25)
            + 0.3f * performance.intensity(ActionUnit.AU12) + performance.intensity(ActionUnit.AU26));
    }

    /** Shades every other sample like a chessboard; the rest copies its neighbour where both lie on one surface. */
    void shade(final Frame frame) {
        final DepthBuffer seen = frame.depths();
        for (int turn = 0; turn < 2; turn++)
            for (int row = 0; row < seen.height; row++)
                for (int column = row + turn & 1; column < seen.width; column += 2) {
                    final int pixel = row * seen.width + column;
                    final int beside = pixel + 1 - 2 * (column & 1);
                    if (seen.triangle[pixel] < 0) continue;
                    if (turn == 1 && column < seen.width - 1 && alike(seen, pixel, beside))
                        System.arraycopy(frame.light(), 3 * beside, frame.light(), 3 * pixel, 3);
                    else shade(frame, pixel);
                }
    }

    private boolean alike(final DepthBuffer seen, final int pixel, final int beside) {
        if (seen.triangle[beside] < 0) return false;
        final byte[] materials = posed.mesh().materials();
        return materials[seen.triangle[pixel]] == materials[seen.triangle[beside]]
            && Math.abs(seen.nearness[pixel] - seen.nearness[beside]) < 0.003f * seen.nearness[pixel];
    }

    private void shade(final Frame frame, final int pixel) {
        final DepthBuffer seen = frame.depths();
        final Mesh mesh = posed.mesh();
        final float[] rest = mesh.rest(), positions = posed.positions(), normals = posed.normals();
        final float[] creases = posed.creases(), screen = posed.screen(), rotation = posed.rotation();
        final int t = seen.triangle[pixel];
        final int a = mesh.triangles()[3 * t], b = mesh.triangles()[3 * t + 1];
        final int c = mesh.triangles()[3 * t + 2];
        // Shares on the surface from shares on the screen: perspective shortens what is far.
        final float near = seen.nearness[pixel];
        final float wb = seen.second[pixel] * screen[3 * b + 2] / near;
        final float wc = seen.third[pixel] * screen[3 * c + 2] / near;
        final float wa = 1 - wb - wc;
        surface.x = wa * rest[3 * a] + wb * rest[3 * b] + wc * rest[3 * c];
        surface.y = wa * rest[3 * a + 1] + wb * rest[3 * b + 1] + wc * rest[3 * c + 1];
        surface.z = wa * rest[3 * a + 2] + wb * rest[3 * b + 2] + wc * rest[3 * c + 2];
        surface.slopeX = surface.slopeY = 0;
        surface.open = wa * creases[a] + wb * creases[b] + wc * creases[c];
        surface.spread = 0.2f;
        surface.shine = 0.3f;
        surface.sharpness = 20;
        paint(Material.of(mesh.materials()[t]));
        final float x = wa * positions[3 * a] + wb * positions[3 * b] + wc * positions[3 * c];
        final float y = wa * positions[3 * a + 1] + wb * positions[3 * b + 1] + wc * positions[3 * c + 1];
        final float z = wa * positions[3 * a + 2] + wb * positions[3 * b + 2] + wc * positions[3 * c + 2];
        for (int k = 0; k < 3; k++)
            normal[k] = wa * normals[3 * a + k] + wb * normals[3 * b + k] + wc * normals[3 * c + k]
                - rotation[3 * k] * surface.slopeX - rotation[3 * k + 1] * surface.slopeY;
        reflection.illuminate(frame.light(), 3 * pixel, surface, normal, x, y, z);
    }

    private void paint(final Material material) {
        switch (material) {
            case SKIN -> {
                skin.paint(surface);
                lines.fold(surface);
            }
            case EYE -> eye.paint(surface);
            case HAIR -> {
                surface.open = 0.7f;
                skin.strands(surface, 1);
            }
            case CLOTH -> {
                surface.paint(looks.cloth());
                surface.open = 0.9f;
                surface.shine = 0.1f;
            }
            case SOCKET -> {
                surface.paint(Colour.times(looks.skin(), 0.35f));
                surface.shine = 1;
            }
            default -> mouth(material);
        }
    }

    private void mouth(final Material material) {
        final boolean tooth = material == Material.TEETH;
        surface.paint(tooth ? TOOTH : material == Material.GUMS ? GUMS : THROAT);
        final float depth = Ramp.step(6f, 11f, surface.z);
        surface.open = (tooth ? 0.95f : 0.7f) * (0.4f + 0.6f * gape) * (0.08f + 0.92f * depth * depth);
        surface.shine = tooth ? 0.8f : 0.6f;
        surface.sharpness = 40;
    }
}
