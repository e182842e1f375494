import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/** Puts pictures side by side: java PictureWall.java OUT.jpg COLUMNS SIDE PICTURE... */
public class PictureWall {

    public static void main(final String[] args) throws Exception {
        final int columns = Integer.parseInt(args[1]);
        final int side = Integer.parseInt(args[2]);
        final int pictures = args.length - 3;
        final int rows = (pictures + columns - 1) / columns;
        final BufferedImage wall = new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = wall.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, wall.getWidth(), wall.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < pictures; i++) {
            final BufferedImage picture = ImageIO.read(new File(args[3 + i]));
            final double scale = (side - 4.0) / Math.max(picture.getWidth(), picture.getHeight());
            final int width = (int) (picture.getWidth() * scale);
            final int height = (int) (picture.getHeight() * scale);
            graphics.drawImage(picture, i % columns * side + (side - width) / 2, i / columns * side + (side - height) / 2,
                width, height, null);
        }
        graphics.dispose();
        ImageIO.write(wall, "jpg", new File(args[0]));
    }
}
