package org.affectj;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A file of a hundred bytes that says it holds a picture of many gigabytes. */
public final class HugePicture {

    private HugePicture() {
        // only a static function
    }

    /** @return a PNG that says it is so wide and high, with next to no pixels in it */
    public static byte[] png(final int side) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        final ByteArrayOutputStream header = new ByteArrayOutputStream();
        final DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(side);
        fields.writeInt(side);
        fields.write(new byte[] { 8, 2, 0, 0, 0 }); // 8 bits of red, green and blue
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", new byte[] { 0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1 });
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(final DataOutputStream out, final String name, final byte[] content) throws IOException {
        final CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        out.writeInt(content.length);
        out.writeBytes(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
