package org.quaymark.edge.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/** PKCS #12 files for software that takes nothing else. */
public final class KeyStores {
    private KeyStores() {}

    /**
     * Writes a certificate and its key, for this user's eyes only.
     *
     * @throws IOException where a file cannot be read, used or written; names it and nothing of its content
     */
    public static void write(Path certificate, Path key, Path store, String password) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "own",
                    Pem.privateKey(key),
                    password.toCharArray(),
                    Pem.certificates(certificate).toArray(new Certificate[0]));
            Files.deleteIfExists(store);
            if (store.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        store, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(store)) {
                keys.store(out, password.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(certificate + " and " + key + " cannot be used: " + e.getMessage(), e);
        }
    }
}
