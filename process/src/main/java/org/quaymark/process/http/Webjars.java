package org.quaymark.process.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Finds a file of a webjar without naming its version: that stands in the root pom.xml and nowhere else. */
final class Webjars {
    private static final String ROOT = "META-INF/resources/webjars/";

    private Webjars() {}

    /** @return the resource's name, without a leading slash */
    static String locate(ClassLoader loader, String webjar, String path) {
        String folder = ROOT + webjar + "/";
        try {
            URL found = loader.getResource(folder);
            if (found == null) found = loader.getResource(ROOT + webjar);
            if (found != null) {
                URLConnection connection = found.openConnection();
                connection.setUseCaches(false);
                if (connection instanceof JarURLConnection jarred) {
                    try (JarFile jar = jarred.getJarFile()) {
                        return entry(jar, folder, path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("looking for " + path + " in the webjar " + webjar, e);
        }
        throw new IllegalArgumentException("no webjar " + webjar + " with " + path);
    }

    private static String entry(JarFile jar, String folder, String path) {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            // META-INF/resources/webjars/{webjar}/{version}/{path}
            if (name.startsWith(folder)
                    && name.endsWith("/" + path)
                    && name.indexOf('/', folder.length()) == name.length() - path.length() - 1) return name;
        }
        throw new IllegalArgumentException("no " + path + " under " + folder);
    }
}
