package org.affectj.imagej;

import ij.measure.ResultsTable;

import org.affectj.model.ActionUnit;
import org.affectj.pipeline.ActionUnitRelations;

/**
 * An ImageJ table of relations: a row for each action unit, with the share of faces in which each other one was taken
 * into account.
 */
public final class RelationTable {

    /** The title of the window that the table is shown in. */
    public static final String TITLE = "AffectJ Relations of Action Units";

    private RelationTable() {
    }

    /** @return the table, to show under {@link #TITLE} */
    public static ResultsTable of(final ActionUnitRelations relations) {
        final ResultsTable table = new ResultsTable();
        table.showRowNumbers(false);
        for (final ActionUnit unit : ActionUnit.values()) {
            table.incrementCounter();
            table.addValue("action_unit", unit.name());
            for (final ActionUnit other : ActionUnit.values())
                table.addValue(other.name(), relations.share(unit, other));
        }
        return table;
    }
}
