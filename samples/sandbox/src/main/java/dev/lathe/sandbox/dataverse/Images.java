package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;

/** Image columns: what is stored is the full image, what rows show is its thumbnail. */
final class Images {

    private static final int THUMBNAIL = 144;

    private Images() {}

    static boolean isImage(EdmEntityType type, EdmProperty property) {
        return property.isPrimitive()
                && property.getType().getName().equals("Binary")
                && type.getStructuralProperty(property.getName() + "_url") != null;
    }

    /** Answers {@code /$value}. */
    static Answer value(DataverseCall call, byte[] full) {
        boolean whole = call.option("size").filter("full"::equals).isPresent();
        return Answer.of(200, "application/octet-stream", whole ? full : thumbnail(full));
    }

    /** 400 for bytes that are no image. */
    static void check(byte[] bytes) {
        read(bytes);
    }

    static byte[] thumbnail(byte[] full) {
        BufferedImage image = read(full);
        double scale = Math.min(1, (double) THUMBNAIL / Math.max(image.getWidth(), image.getHeight()));
        if (scale == 1) {
            return full;
        }
        int width = (int) Math.max(1, image.getWidth() * scale);
        int height = (int) Math.max(1, image.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image != null) {
                return image;
            }
        } catch (IOException e) {
            throw notAnImage();
        }
        throw notAnImage();
    }

    private static DataverseError notAnImage() {
        return new DataverseError(400, "0x80072553", "The data is not a valid image.");
    }
}
