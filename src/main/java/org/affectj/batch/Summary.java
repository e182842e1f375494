package org.affectj.batch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.affectj.pipeline.Column;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ValueRange;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code summary.csv}: a row for each person that was followed in each input, with the statistics of the frames. They
 * are computed from the tables, a row at a time, so that a batch that was interrupted gives the same ones.
 */
final class Summary {

    /** The columns that say which input it is. */
    private static final List<Column> INPUT = List.of(
        new Column("input", "", ValueRange.TEXT, "whole path of the input", Column.TEXT),
        new Column("table", "", ValueRange.TEXT, "name of the input's table", Column.TEXT),
        new Column("status", "", ValueRange.oneOf(List.of(Outcome.Status.DONE.toString(),
            Outcome.Status.DAMAGED.toString())), "whether all of the input could be read", Column.TEXT),
        new Column("frames", "", ValueRange.from(1), "number of frames of the input", 0));

    private final List<ResultColumn> tables;

    /** @param tables columns of the tables */
    Summary(final List<ResultColumn> tables) {
        this.tables = tables;
    }

    /** @return the columns of the summary */
    List<Column> columns() {
        return Stream.concat(INPUT.stream(), new PeopleSummary(tables).columns().stream()).toList();
    }

    /**
     * @param file to write; replaced if it exists
     * @param outcomes inputs; those without a table are left out
     * @throws AffectException if the file can't be written, or a table isn't one
     */
    void write(final Path file, final List<Outcome> outcomes) {
        WholeFile.write(file, part -> {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
                csv.printRecord(columns().stream().map(Column::name));
                for (final Outcome outcome : outcomes)
                    if (outcome.result().isPresent()) write(outcome, outcome.result().get(), csv);
            }
        });
    }

    private void write(final Outcome outcome, final Outcome.Result result, final CSVPrinter csv) throws IOException {
        final Path table = result.files().get(0);
        if (!Files.isRegularFile(table)) return; // moved away by the user since
        for (final List<String> person : people(table).rows(result.frames())) {
            final List<String> cells = new ArrayList<>(List.of(Manifest.key(outcome.input()),
                table.getFileName().toString(), outcome.status().toString(), Integer.toString(result.frames())));
            cells.addAll(person);
            csv.printRecord(cells);
        }
    }

    private PeopleSummary people(final Path table) throws IOException {
        final PeopleSummary people = new PeopleSummary(tables);
        try (Reader reader = Files.newBufferedReader(table)) {
            for (final CSVRecord row : CsvResults.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(reader)) people.add(row::get);
        } catch (final IllegalArgumentException e) {
            throw new AffectException("The table '" + table
                + "' isn't as AffectJ wrote it: delete it and give the same command again.", e);
        }
        return people;
    }
}
