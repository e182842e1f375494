package org.affectj.command;

import ij.measure.ResultsTable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** ImageJ's tables as the lines of a CSV file. */
final class FaceTables {

    private FaceTables() {
    }

    /** @return the headings, then a line for each row */
    static List<String> lines(final ResultsTable table) {
        final String[] headings = table.getHeadings();
        return Stream.concat(Stream.of(String.join(",", headings)), IntStream.range(0, table.size())
            .mapToObj(row -> Arrays.stream(headings).map(heading -> table.getStringValue(heading, row))
                .collect(Collectors.joining(",")))).toList();
    }
}
