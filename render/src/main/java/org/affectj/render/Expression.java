package org.affectj.render;

import static org.affectj.render.ActionUnit.*;

import java.util.List;

/** The expressions that are acted out, with their index in METHOD 5, by prototypes of action units. */
public enum Expression {
    NEUTRAL("Neutral", List.of(), List.of()),
    ANGER("Anger", List.of(AU04, AU07, AU23), List.of(AU24)),
    DISGUST("Disgust", List.of(AU10, AU15), List.of(AU04)),
    FEAR("Fear", List.of(AU01, AU02, AU04, AU25), List.of(AU26)),
    HAPPINESS("Happiness", List.of(AU06, AU12), List.of(AU25)),
    SADNESS("Sadness", List.of(AU01, AU04, AU15), List.of()),
    SURPRISE("Surprise", List.of(AU01, AU02, AU25, AU26), List.of());

    private final String label;
    private final List<ActionUnit> always;
    private final List<ActionUnit> sometimes;

    Expression(final String label, final List<ActionUnit> always, final List<ActionUnit> sometimes) {
        this.label = label;
        this.always = always;
        this.sometimes = sometimes;
    }

    /** @return the name in annotation tables */
    public String label() {
        return label;
    }

    /** @return action units that belong to every showing of this expression */
    public List<ActionUnit> always() {
        return always;
    }

    /** @return action units that half of its showings have as well */
    public List<ActionUnit> sometimes() {
        return sometimes;
    }
}
