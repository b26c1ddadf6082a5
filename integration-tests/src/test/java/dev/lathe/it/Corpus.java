package dev.lathe.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real documents, which stand beside the project and not in it. */
final class Corpus {

    private static final Path FOLDER = Path.of("..", "..", "shared", "corpus");

    private Corpus() {}

    /** The document, or a skipped test where the corpus is missing. */
    static Path file(String name) {
        Path file = FOLDER.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no ../shared/corpus/" + name);
        return file;
    }
}
