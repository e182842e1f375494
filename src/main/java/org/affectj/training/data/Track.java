package org.affectj.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/** A track of the challenges on Aff-Wild2: what its folder is called, and what its files hold (METHOD 8.1). */
enum Track {

    /** Two numbers a frame. */
    VALENCE_AROUSAL("VA_Estimation_Challenge", "VA_Set") {

        @Override
        BiConsumer<ChallengeRow, ChallengeLabels> reader(final ChallengeRow header) {
            expect(header, List.of("valence", "arousal"), 2);
            return (row, labels) -> labels.readAffect(row.of(2), 0);
        }
    },
    /** One number a frame, under a header with the expressions' names: 8, or 7 in editions without Other. */
    EXPRESSIONS("EXPR_Classification_Challenge", "EXPR_Recognition_Challenge", "EXPR_Set") {

        @Override
        BiConsumer<ChallengeRow, ChallengeLabels> reader(final ChallengeRow header) {
            expect(header, Stream.of(Expression.values()).map(Expression::label).toList(), 7);
            return (row, labels) -> labels.readExpression(row.of(1), 0, header.fields());
        }
    },
    /** A number a frame for each name in the header; those of action units that no model here reads are passed over. */
    ACTION_UNITS("AU_Detection_Challenge", "AU_Set") {

        @Override
        BiConsumer<ChallengeRow, ChallengeLabels> reader(final ChallengeRow header) {
            final List<Optional<ActionUnit>> columns =
                IntStream.range(0, header.fields()).mapToObj(i -> unit(header, header.text(i))).toList();
            return (row, labels) -> labels.readActionUnits(row.of(columns.size()), 0, columns);
        }
    };

    private final List<String> folders;

    Track(final String... folders) {
        this.folders = List.of(folders);
    }

    /** @return what its folder is called in the editions of the challenge, the newest first */
    List<String> folders() {
        return folders;
    }

    /** @return what reads a row under this header */
    abstract BiConsumer<ChallengeRow, ChallengeLabels> reader(ChallengeRow header);

    /** The first {@code least} names of a list, or more of them. */
    private static void expect(final ChallengeRow header, final List<String> names, final int least) {
        boolean same = header.fields() >= least && header.fields() <= names.size();
        for (int i = 0; same && i < header.fields(); i++)
            same = header.text(i).equalsIgnoreCase(names.get(i));
        if (!same) throw header.error("the header is not '" + String.join(",", names) + "'");
    }

    private static Optional<ActionUnit> unit(final ChallengeRow header, final String name) {
        if (!name.matches("AU\\d+"))
            throw header.error("the header has '" + name + "', a name such as AU1 is expected");
        final int number = Integer.parseInt(name.substring(2));
        return Arrays.stream(ActionUnit.values()).filter(unit -> Integer.parseInt(unit.name().substring(2)) == number)
            .findFirst();
    }
}
