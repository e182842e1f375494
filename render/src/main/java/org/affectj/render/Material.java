package org.affectj.render;

/** What a triangle is made of. */
public enum Material {
    SKIN, SOCKET, MOUTH, GUMS, TEETH, EYE, LASH, HAIR, CLOTH;

    private static final Material[] ALL = values();

    static Material of(final byte ordinal) {
        return ALL[ordinal];
    }
}
