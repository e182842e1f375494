package org.affectj.render;

/** How surfaces reflect the light of a scene, with shadows. */
final class Reflection {

    private final Light light;
    private final Shadow shadow;
    private final float distance;

    /** @param distance of the camera from the head's pivot */
    Reflection(final Light light, final Shadow shadow, final float distance) {
        this.light = light;
        this.shadow = shadow;
        this.distance = distance;
    }

    /**
     * Writes the light that a surface sends to the camera.
     *
     * @param out red, green, blue a sample
     * @param at where to write
     * @param normal of the surface, of any length
     */
    void illuminate(final float[] out, final int at, final Surface surface, final float[] normal, final float x,
        final float y, final float z) {
        final float length = 1 / (float) Math.sqrt(
            normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        final float nx = normal[0] * length, ny = normal[1] * length, nz = normal[2] * length;
        final float[] l = light.direction(), f = light.fillDirection();
        final float keyed = nx * l[0] + ny * l[1] + nz * l[2];
        final float filled = Math.max(0, nx * f[0] + ny * f[1] + nz * f[2]);
        final float lit = keyed > -0.4f ? shadow.light(x, y, z) : 0;
        final float open = surface.open;
        // Light spreads inside skin, red the farthest.
        final float s = surface.spread;
        final float red = wrap(keyed, s) * lit, green = wrap(keyed, 0.5f * s) * lit;
        final float blue = wrap(keyed, 0.35f * s) * lit;
        final float above = 0.5f + 0.5f * ny;
        final float toEye = 1 / (float) Math.sqrt(x * x + y * y + (distance - z) * (distance - z));
        final float gleam = surface.shine * open
            * (lit * gleam(surface, nx, ny, nz, l, x * toEye, y * toEye, (distance - z) * toEye, keyed)
                + 0.03f * above);
        out[at] = surface.red * open * (light.key()[0] * red + light.fill()[0] * filled + ambient(0, above))
            + gleam * light.key()[0];
        out[at + 1] = surface.green * open * (light.key()[1] * green + light.fill()[1] * filled + ambient(1, above))
            + gleam * light.key()[1];
        out[at + 2] = surface.blue * open * (light.key()[2] * blue + light.fill()[2] * filled + ambient(2, above))
            + gleam * light.key()[2];
    }

    private float ambient(final int channel, final float above) {
        return light.ground()[channel] + above * (light.sky()[channel] - light.ground()[channel]);
    }

    private static float wrap(final float cosine, final float spread) {
        return Math.max(0, (cosine + spread) / (1 + spread));
    }

    /** Blinn's highlight, its power and its strength at grazing angles by Schlick's approximations. */
    private static float gleam(final Surface surface, final float nx, final float ny, final float nz,
        final float[] l, final float vx, final float vy, final float vz, final float keyed) {
        if (keyed <= 0) return 0;
        final float hx = l[0] - vx, hy = l[1] - vy, hz = l[2] + vz;
        final float h = 1 / (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
        final float cosine = Math.max(0, (nx * hx + ny * hy + nz * hz) * h);
        final float facing = Math.max(0, -nx * vx - ny * vy + nz * vz);
        final float rim = 1 - facing;
        return (0.05f + 0.3f * rim * rim * rim * rim) * cosine / (surface.sharpness * (1 - cosine) + cosine)
            * (1 + 0.04f * surface.sharpness) * Math.min(1, 4 * keyed);
    }
}
