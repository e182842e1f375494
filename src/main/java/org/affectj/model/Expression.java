package org.affectj.model;

/** The eight expression categories, in the order of METHOD 5. */
public enum Expression {
    NEUTRAL("Neutral"),
    ANGER("Anger"),
    DISGUST("Disgust"),
    FEAR("Fear"),
    HAPPINESS("Happiness"),
    SADNESS("Sadness"),
    SURPRISE("Surprise"),
    OTHER("Other");

    private final String label;

    Expression(final String label) {
        this.label = label;
    }

    /** @return the name used in tables: {@code Happiness} */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
