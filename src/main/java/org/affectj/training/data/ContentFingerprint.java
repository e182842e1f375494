package org.affectj.training.data;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;

import org.affectj.model.Expression;

/**
 * 64 hexadecimal digits that are the same for data sets with the same pictures, people and labels, in whatever order
 * and of whatever splits: the SHA-256 of each face, added up modulo 2^256, so that no face needs to be kept.
 */
final class ContentFingerprint {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    static String of(final DataSet data) {
        final ContentFingerprint content = new ContentFingerprint();
        data.forEach(content::add);
        return content.text();
    }

    void add(final FaceExample face) {
        sum = sum.add(new BigInteger(1, Fingerprint.digest(face.image() + "\n" + face.subject() + "\n"
            + text(face.labels())))).mod(ALL);
        count++;
    }

    private static String text(final Labels labels) {
        return Arrays.toString(labels.expressions()) + labels.expressionWeight()
            + labels.expression().map(Expression::label).orElse("") + Arrays.toString(labels.actionUnits())
            + Arrays.toString(labels.actionUnitWeights()) + labels.valence() + " " + labels.arousal() + " "
            + labels.affectWeight();
    }

    long count() {
        return count;
    }

    String text() {
        return String.format(Locale.ROOT, "%064x", sum);
    }
}
