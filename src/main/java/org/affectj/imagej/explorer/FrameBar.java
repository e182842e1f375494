package org.affectj.imagej.explorer;

import java.awt.BorderLayout;
import java.util.Locale;
import java.util.OptionalInt;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/** Tells what the first face shows in the frame that is looked at, and goes to others. */
final class FrameBar extends JPanel implements Exploration.Listener {

    private static final long serialVersionUID = 1L;

    private final transient Exploration exploration;
    private final JSlider slider;
    private final JLabel text = new JLabel();

    /** @param exploration what is looked at */
    FrameBar(final Exploration exploration) {
        super(new BorderLayout(8, 2));
        this.exploration = exploration;
        slider = new JSlider(1, exploration.outline().lastFrame(),
            Math.min(exploration.outline().lastFrame(), exploration.frame()));
        slider.setToolTipText("The frame that is shown, here and in the linked image.");
        slider.addChangeListener(change -> exploration.moveTo(slider.getValue()));
        slider.setEnabled(exploration.outline().lastFrame() > 1);
        add(text, BorderLayout.NORTH);
        add(slider, BorderLayout.CENTER);
        exploration.add(this);
        moved();
    }

    @Override
    public void chosen() {
        moved();
    }

    @Override
    public void moved() {
        slider.setValue(exploration.frame());
        text.setText(text());
    }

    /**
     * @return the frame and the face in a line: {@code Frame 32 of 60, 3.100 s. Face 1: Surprise 0.94, valence 0.53,
     *         arousal 0.74}
     */
    private String text() {
        final OptionalInt row = exploration.row();
        final String frame = "Frame " + exploration.frame() + " of " + exploration.outline().lastFrame();
        final String face = "Face " + exploration.faces().get(0).track();
        if (row.isEmpty()) return frame + ". " + face + " isn't in this frame.";
        final String expression = exploration.cell(row.getAsInt(), "expression");
        return frame + value(row.getAsInt(), "time", ", ", "%.3f s") + ". " + face + ": " + expression
            + value(row.getAsInt(), expression, " ", "%.2f") + value(row.getAsInt(), "valence", ", valence ", "%.2f")
            + value(row.getAsInt(), "arousal", ", arousal ", "%.2f");
    }

    private String value(final int row, final String heading, final String before, final String format) {
        final String cell = exploration.cell(row, heading);
        return cell.isEmpty() ? "" : before + String.format(Locale.ROOT, format, Double.parseDouble(cell));
    }
}
