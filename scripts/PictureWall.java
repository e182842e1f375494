import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/** Puts pictures side by side, in places of 4:3: java PictureWall.java OUT.jpg COLUMNS WIDTH PICTURE... */
public class PictureWall {

    public static void main(final String[] args) throws Exception {
        final int columns = Integer.parseInt(args[1]);
        final int width = Integer.parseInt(args[2]);
        final int height = width * 3 / 4;
        final int pictures = args.length - 3;
        final int rows = (pictures + columns - 1) / columns;
        final BufferedImage wall = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = wall.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, wall.getWidth(), wall.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < pictures; i++) {
            final BufferedImage picture = ImageIO.read(new File(args[3 + i]));
            final double scale =
                Math.min((width - 4.0) / picture.getWidth(), (height - 4.0) / picture.getHeight());
            final int shownWidth = (int) (picture.getWidth() * scale);
            final int shownHeight = (int) (picture.getHeight() * scale);
            graphics.drawImage(picture, i % columns * width + (width - shownWidth) / 2,
                i / columns * height + (height - shownHeight) / 2, shownWidth, shownHeight, null);
        }
        graphics.dispose();
        ImageIO.write(wall, "jpg", new File(args[0]));
    }
}
