package org.affectj.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes what is known of rendered faces: {@code annotations.csv} for loose pictures, the files of s-Aff-Wild2 (METHOD
 * 7.1) with {@code intensities.csv} for aligned ones. Files have their names only when complete.
 */
final class Annotations implements AutoCloseable {

    private static final String PART = ".part";

    private final Path folder;
    private final Map<Split, Writer> challenge = new EnumMap<>(Split.class);
    private final Writer loose;
    private final Writer intensities;

    Annotations(final Path folder) throws IOException {
        this.folder = folder;
        loose = open("annotations.csv");
        loose.write(looseHeader() + '\n');
        intensities = open("intensities.csv");
        intensities.write("image," + unitNames() + '\n');
        for (final Split split : Split.values()) {
            challenge.put(split, open(split.annotations()));
            challenge.get(split).write("image,valence,arousal,expression,aus\n");
        }
    }

    private Writer open(final String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name + PART), StandardCharsets.UTF_8);
    }

    /** Adds a shot; {@code image} is its path below the folders of loose and of aligned pictures. */
    void add(final Split split, final String subject, final String image, final Shot shot) throws IOException {
        loose.write(looseRow("pictures/" + image, split, subject, shot) + '\n');
        intensities.write(image + ',' + intensities(shot.performance()) + '\n');
        challenge.get(split).write(challengeRow(image, shot.performance()) + '\n');
    }

    static String looseHeader() {
        final StringJoiner header = new StringJoiner(",");
        header.add("image,split,subject,expression").add(unitNames()).add("pitch,yaw,roll");
        for (int i = 1; i <= 68; i++) header.add("l" + i + "x").add("l" + i + "y");
        return header.toString();
    }

    /** @return the action units' names, with commas */
    static String unitNames() {
        final StringJoiner names = new StringJoiner(",");
        for (final ActionUnit unit : ActionUnit.values()) names.add(unit.name());
        return names.toString();
    }

    static String looseRow(final String image, final Split split, final String subject, final Shot shot) {
        final StringJoiner row = new StringJoiner(",");
        row.add(image).add(split.label()).add(subject);
        row.add(shot.performance().expression().map(Expression::label).orElse(""));
        row.add(intensities(shot.performance()));
        for (final float angle : new float[] { shot.pose().pitch(), shot.pose().yaw(), shot.pose().roll() })
            row.add(number(angle, 2));
        for (int i = 0; i < 68; i++)
            row.add(number(shot.landmarks().x()[i], 2)).add(number(shot.landmarks().y()[i], 2));
        return row.toString();
    }

    private static String intensities(final Performance performance) {
        final StringJoiner row = new StringJoiner(",");
        for (final float intensity : performance.intensities()) row.add(number(intensity, 3));
        return row.toString();
    }

    /** @return METHOD 7.1: no valence and arousal (-5), index of the expression or -1, action units 0 or 1 */
    static String challengeRow(final String image, final Performance performance) {
        final StringJoiner row = new StringJoiner(",");
        row.add(image).add("-5").add("-5");
        row.add(String.valueOf(performance.expression().map(Expression::ordinal).orElse(-1)));
        for (final float intensity : performance.intensities()) row.add(intensity >= ActionUnit.PRESENT ? "1" : "0");
        return row.toString();
    }

    private static String number(final float value, final int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Closes the files without giving them their names. */
    @Override
    public void close() throws IOException {
        loose.close();
        intensities.close();
        for (final Writer writer : challenge.values()) writer.close();
    }

    /** Closes the files and gives them their names. */
    void finish() throws IOException {
        close();
        publish("intensities.csv");
        for (final Split split : Split.values()) publish(split.annotations());
        publish("annotations.csv");
    }

    private void publish(final String name) throws IOException {
        Files.move(folder.resolve(name + PART), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
