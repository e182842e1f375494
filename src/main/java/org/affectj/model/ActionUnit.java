package org.affectj.model;

/** The twelve action units of the Facial Action Coding System that AffectJ measures, in the order of METHOD 5. */
public enum ActionUnit {
    AU01("inner brow raiser"),
    AU02("outer brow raiser"),
    AU04("brow lowerer"),
    AU06("cheek raiser"),
    AU07("lid tightener"),
    AU10("upper lip raiser"),
    AU12("lip corner puller"),
    AU15("lip corner depressor"),
    AU23("lip tightener"),
    AU24("lip pressor"),
    AU25("lips part"),
    AU26("jaw drop");

    private final String action;

    ActionUnit(final String action) {
        this.action = action;
    }

    /** @return the name of the movement in FACS, in lower case */
    public String action() {
        return action;
    }

    /** @return the number in FACS: 1 for {@link #AU01} */
    public int number() {
        return Integer.parseInt(name().substring(2));
    }
}
