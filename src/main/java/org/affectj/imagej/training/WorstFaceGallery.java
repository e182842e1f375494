package org.affectj.imagej.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

import org.affectj.training.WorstFace;

/** Small pictures of the faces that a network is most wrong about, with what they are labelled and what it says. */
final class WorstFaceGallery extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 8;
    private static final int THUMBNAIL = 88;

    WorstFaceGallery() {
        super(new GridLayout(0, COLUMNS, 4, 4));
        setBackground(Color.WHITE);
        setBorder(BorderFactory.createTitledBorder(
            "Validation faces that the network is most wrong about: black what they are labelled, red what it says"));
    }

    /** Shows these instead of those before. */
    void show(final List<WorstFace> faces) {
        removeAll();
        faces.forEach(face -> add(label(face)));
        revalidate();
        repaint();
    }

    private static JLabel label(final WorstFace face) {
        final JLabel label = new JLabel("<html><center>" + lines(face.truth()) + "<br><font color='#c04000'>"
            + lines(face.prediction()) + "</font></center></html>", new ImageIcon(thumbnail(face)),
            SwingConstants.CENTER);
        label.setVerticalTextPosition(SwingConstants.BOTTOM);
        label.setHorizontalTextPosition(SwingConstants.CENTER);
        label.setVerticalAlignment(SwingConstants.TOP);
        label.setFont(label.getFont().deriveFont(10f));
        label.setToolTipText(String.format(Locale.ROOT, "%s, loss %.2f", face.image(), face.loss()));
        return label;
    }

    private static String lines(final String words) {
        return words.replace(", ", "<br>").replace(" arousal", "<br>arousal");
    }

    private static BufferedImage thumbnail(final WorstFace face) {
        final int size = face.size();
        final BufferedImage crop = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        final byte[] rgb = face.rgb();
        for (int i = 0; i < size * size; i++)
            crop.setRGB(i % size, i / size,
                (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff);
        final BufferedImage small = new BufferedImage(THUMBNAIL, THUMBNAIL, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(crop, 0, 0, THUMBNAIL, THUMBNAIL, null);
        graphics.dispose();
        return small;
    }
}
