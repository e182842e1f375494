package org.affectj.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Contact sheets that a person looks at to judge the pictures. */
final class Sheets {

    private static final int PEOPLE = 4;

    private final Head head;
    private final Plan plan;
    private final Portrait portrait;
    private final Frame frame = Shot.frame();

    Sheets(final Head head, final Plan plan) {
        this.head = head;
        this.plan = plan;
        portrait = new Portrait(head);
    }

    /** Writes {@code sheet-action-units.png}, {@code sheet-landmarks.png} and {@code sheet-random.png}. */
    void write(final Path folder) throws IOException {
        ContactSheet.write(folder.resolve("sheet-action-units.png"), actionUnits(), 13, 1);
        ContactSheet.write(folder.resolve("sheet-landmarks.png"), landmarks(), 5, 2);
        ContactSheet.write(folder.resolve("sheet-random.png"), random(), 10, 1);
    }

    /** @return a row a person, the mean face first: neutral, then each action unit at full intensity */
    private List<ContactSheet.Entry> actionUnits() {
        final List<ContactSheet.Entry> entries = new ArrayList<>();
        for (int p = 0; p < PEOPLE; p++) {
            final Head.Person person = p == 0 ? head.mean(Appearance.random(plan.person(0)))
                : head.person(plan.person(p));
            final Pose pose = new Pose(0, 12 * p, 0);
            entries.add(clear(person, Performance.neutral(), pose, "neutral", false));
            for (final ActionUnit unit : ActionUnit.values())
                entries.add(clear(person, Performance.of(unit, 1), pose, unit.name(), false));
        }
        return entries;
    }

    private List<ContactSheet.Entry> landmarks() {
        final List<ContactSheet.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            final SplittableRandom random = plan.picture(0, i);
            final Pose pose = i < 5 ? new Pose(0, -60 + 30 * i, 0) : Pose.random(random);
            final Performance performance = i < 5 ? Performance.neutral() : Performance.random(random);
            entries.add(clear(head.person(plan.person(i)), performance, pose, pose.toString(), true));
        }
        return entries;
    }

    private ContactSheet.Entry clear(final Head.Person person, final Performance performance, final Pose pose,
        final String caption, final boolean marked) {
        final Shot shot = Shot.of(portrait, frame, person, performance, pose, Light.studio(), Photograph.clear(),
            new SplittableRandom(3));
        return new ContactSheet.Entry(shot.picture(), caption, marked ? shot.landmarks() : null);
    }

    private List<ContactSheet.Entry> random() {
        final List<ContactSheet.Entry> entries = new ArrayList<>();
        for (int p = 0; p < Math.min(60, plan.identities()); p++) {
            final Shot shot = Shot.random(portrait, frame, head.person(plan.person(p)), plan.picture(p, 0));
            entries.add(new ContactSheet.Entry(shot.picture(), plan.subject(p), null));
        }
        return entries;
    }
}
