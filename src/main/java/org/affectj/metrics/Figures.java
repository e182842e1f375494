package org.affectj.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.affectj.metrics.IntraclassCorrelation.Form;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/** The figures of a report, by their names in it. */
public final class Figures {

    private final List<Figure> figures = new ArrayList<>();

    private Figures() {
    }

    /**
     * @param scores of all faces
     * @return the figures of all that is labelled, in the order of the report
     */
    public static List<Figure> of(final Agreement scores) {
        final Figures all = new Figures();
        final MultiTaskScore tasks = scores.tasks();
        if (tasks.expressions().count() > 0) all.addExpressions();
        if (!tasks.labelledActionUnits().isEmpty())
            all.add("action_units.mean_f1", a -> a.tasks().meanActionUnitF1());
        tasks.labelledActionUnits().forEach(all::addUnit);
        if (tasks.valence().count() > 0) all.addAffect();
        else if (scores.weakValence().count() > 0) all.addWeakAffect();
        if (tasks.isComplete()) all.add("p_mtl", a -> a.tasks().total());
        return all.figures.stream().filter(figure -> !Double.isNaN(figure.value().applyAsDouble(scores))).toList();
    }

    private void add(final String path, final ToDoubleFunction<Agreement> value) {
        figures.add(new Figure(path, value));
    }

    private void addExpressions() {
        addOfExpressions("accuracy", Confusion::accuracy);
        addOfExpressions("macro_f1_of_8", Confusion::macroF1);
        addOfExpressions("macro_f1_of_present", Confusion::macroF1OfPresent);
        addOfExpressions("kappa", confusion -> confusion.kappa(KappaWeights.NONE));
        add("expressions.expected_calibration_error", a -> a.expressionCalibration().expectedError());
        add("expressions.brier", a -> a.expressionCalibration().brier());
        for (final Expression expression : Expression.values())
            addOfExpressions(expression.label() + ".f1", confusion -> confusion.f1(expression.ordinal()));
    }

    private void addOfExpressions(final String name, final ToDoubleFunction<Confusion> value) {
        add("expressions." + name, a -> value.applyAsDouble(a.tasks().expressions()));
    }

    private void addUnit(final ActionUnit unit) {
        addOfUnit(unit, "f1", BinaryScore::f1);
        addOfUnit(unit, "precision", BinaryScore::precision);
        addOfUnit(unit, "recall", BinaryScore::recall);
        addOfUnit(unit, "kappa", BinaryScore::kappa);
        final String path = "action_units." + unit.name();
        add(path + ".roc_auc", a -> a.curve(unit).rocArea());
        add(path + ".average_precision", a -> a.curve(unit).averagePrecision());
        add(path + ".brier", a -> a.calibration(unit).brier());
        add(path + ".expected_calibration_error", a -> a.calibration(unit).expectedError());
    }

    private void addOfUnit(final ActionUnit unit, final String name, final ToDoubleFunction<BinaryScore> value) {
        add("action_units." + unit.name() + "." + name, a -> value.applyAsDouble(a.tasks().actionUnit(unit)));
    }

    private void addAffect() {
        add("valence_ccc", a -> a.tasks().valence().value());
        add("arousal_ccc", a -> a.tasks().arousal().value());
        add("mean_ccc", a -> a.tasks().meanConcordance());
        addCorrelations("valence", Agreement::valence);
        addCorrelations("arousal", Agreement::arousal);
    }

    private void addCorrelations(final String name, final Function<Agreement, IntraclassCorrelation> of) {
        add(name + "_icc_2_1", a -> of.apply(a).value(Form.ICC_2_1));
        add(name + "_icc_3_1", a -> of.apply(a).value(Form.ICC_3_1));
    }

    private void addWeakAffect() {
        add("weak_valence_ccc", a -> a.weakValence().value());
        add("weak_arousal_ccc", a -> a.weakArousal().value());
    }
}
