package org.affectj.imagej;

import ij.measure.ResultsTable;

import java.util.List;

import org.affectj.batch.Outcome;

/** An ImageJ table of what became of many inputs. */
public final class OutcomeTable {

    /** The title of the window that it is shown in. */
    public static final String TITLE = "AffectJ Folder";

    private OutcomeTable() {
    }

    /** @return a row for each input: its path, faces and rows of its table, status and what went wrong */
    public static ResultsTable of(final List<Outcome> outcomes) {
        final ResultsTable table = new ResultsTable();
        table.showRowNumbers(false);
        table.setNaNEmptyCells(true);
        for (final Outcome outcome : outcomes) {
            table.addRow();
            table.addValue("input", outcome.input().toString());
            table.addValue("faces", outcome.result().map(Outcome.Result::faces).orElse(0));
            table.addValue("rows", outcome.result().map(Outcome.Result::rows).orElse(0));
            table.addValue("status", outcome.skipped() ? outcome.status() + " before" : outcome.status().toString());
            table.addValue("message", outcome.problem().orElse(""));
        }
        return table;
    }
}
