package org.affectj.imagej.explorer;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

import org.affectj.chart.FaceOutline;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/** Chooses the faces and the measures that are drawn. */
final class Choices extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 260;
    private static final int FACES_HEIGHT = 120;

    /** @param exploration what is looked at */
    Choices(final Exploration exploration) {
        super(new BorderLayout(0, 8));
        final JScrollPane faces = new JScrollPane(faces(exploration));
        faces.setBorder(BorderFactory.createTitledBorder("Faces"));
        faces.setPreferredSize(new Dimension(WIDTH, FACES_HEIGHT));
        final JScrollPane channels = new JScrollPane(channels(exploration));
        channels.setBorder(BorderFactory.createTitledBorder("Over time, draw"));
        channels.setPreferredSize(new Dimension(WIDTH, FACES_HEIGHT));
        channels.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        channels.getVerticalScrollBar().setUnitIncrement(16);
        add(faces, BorderLayout.NORTH);
        add(channels, BorderLayout.CENTER);
    }

    private static JList<FaceOutline> faces(final Exploration exploration) {
        final JList<FaceOutline> list = new JList<>(exploration.outline().faces().toArray(FaceOutline[]::new));
        list.setSelectedIndex(0);
        list.setToolTipText("Those who are in most frames stand first. Hold Ctrl or Cmd to choose several.");
        final boolean single = exploration.outline().faces().stream().map(FaceOutline::source).distinct().count() == 1;
        list.setCellRenderer(new DefaultListCellRenderer() {

            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(final JList<?> faces, final Object value, final int index,
                final boolean selected, final boolean focus)
            {
                final FaceOutline face = (FaceOutline) value;
                return super.getListCellRendererComponent(faces,
                    (single ? "Face " + face.track() : face.toString()) + " (" + face.frames()
                        + (face.frames() == 1 ? " frame)" : " frames)"),
                    index, selected, focus);
            }
        });
        list.addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && !list.isSelectionEmpty())
                exploration.choose(list.getSelectedValuesList());
        });
        return list;
    }

    private static JPanel channels(final Exploration exploration) {
        final JPanel boxes = new JPanel();
        boxes.setLayout(new BoxLayout(boxes, BoxLayout.Y_AXIS));
        String group = "";
        for (final String channel : exploration.outline().channels()) {
            if (!group(channel).equals(group)) {
                group = group(channel);
                if (boxes.getComponentCount() > 0) boxes.add(Box.createVerticalStrut(6));
                boxes.add(new JLabel(group));
            }
            final JCheckBox box = new JCheckBox(label(channel), exploration.channels().contains(channel));
            box.setName(channel);
            box.addActionListener(click -> exploration.choose(channel, box.isSelected()));
            boxes.add(box);
        }
        return boxes;
    }

    private static String group(final String channel) {
        if (channel.startsWith("AU")) return "Action units";
        return List.of(Expression.values()).stream().anyMatch(expression -> expression.label().equals(channel))
            ? "Expressions" : "Affect";
    }

    private static String label(final String channel) {
        return channel.startsWith("AU") ? channel + " " + ActionUnit.valueOf(channel).action() : channel;
    }
}
