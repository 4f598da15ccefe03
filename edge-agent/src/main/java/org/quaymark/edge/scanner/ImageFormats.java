package org.quaymark.edge.scanner;

/** Images are told by their first bytes, whatever the sender says they are. */
final class ImageFormats {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private ImageFormats() {}

    static boolean isImage(byte[] bytes) {
        return startsWith(bytes, PNG) || startsWith(bytes, JPEG);
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
