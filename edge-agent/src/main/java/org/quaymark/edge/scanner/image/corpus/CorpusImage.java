package org.quaymark.edge.scanner.image.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An image of a collection.
 *
 * @param set the directory it lies in
 * @param expected the text of its code, exactly; null where it has no code
 */
record CorpusImage(String set, Path file, @Nullable String expected) {
    /** All JPEG and PNG files below a directory, by set and name, each with the text of the {@code .txt} file beside it. */
    static List<CorpusImage> of(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(CorpusImage::isImage)
                    .sorted()
                    .map(file -> of(directory, file))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    private static CorpusImage of(Path directory, Path file) {
        String name = file.getFileName().toString();
        Path text = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        Path set = directory.relativize(file).getParent();
        try {
            return new CorpusImage(
                    set == null ? "." : set.toString(),
                    file,
                    Files.exists(text) ? Files.readString(text, StandardCharsets.UTF_8) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isImage(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }
}
