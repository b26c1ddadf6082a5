package dev.lathe.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Real documents, which stand beside the project and not in it; and the project's own. */
final class Corpus {

    private static final Path FOLDER = Path.of("..", "..", "shared", "corpus");

    private Corpus() {}

    /** The document, or a skipped test where the corpus is missing. */
    static Path file(String name) {
        Path file = FOLDER.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no ../shared/corpus/" + name);
        return file;
    }

    /** All documents of the corpus that are whole; none where it is missing. */
    static List<Document> documents() throws IOException {
        Path index = FOLDER.resolve("index.tsv");
        if (!Files.isRegularFile(index)) {
            return List.of();
        }
        return Files.readAllLines(index).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> Set.of("openapi", "csdl").contains(cells[1]) && !cells[2].contains("part"))
                .filter(cells -> !cells[3].equals("-"))
                .map(cells -> document(Path.of(cells[0]), cells[1].equals("csdl"), cells[3]))
                .toList();
    }

    private static Document document(Path file, boolean odata, String expected) {
        Path folder = FOLDER.toAbsolutePath().normalize();
        // A document of several files has a folder of its own.
        Path root = file.getNameCount() > 2 ? file.subpath(0, 2) : file.getParent();
        return new Document(
                file.subpath(1, file.getNameCount()).toString(),
                folder.resolve(root),
                root.relativize(file).toString(),
                odata,
                expected);
    }

    /** Those of which a client is made. */
    static List<Document> sound() throws IOException {
        return documents().stream()
                .filter(document -> document.expected().equals("generate"))
                .toList();
    }

    /** The project's own documents, which are always there. */
    static List<Document> own() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Path tests = project.resolve("processor/src/test/resources");
        Path quickstart = project.resolve("samples/quickstart/src/main/specs");
        return List.of(
                Document.sound(project.resolve("specs/audience-manager/src/main/specs/audience-manager.yaml"), false),
                Document.sound(project.resolve("specs/dataverse/src/main/specs/dataverse.csdl.xml"), true),
                Document.sound(tests.resolve("csdl/everything.csdl.xml"), true),
                Document.sound(tests.resolve("goldens/crm.csdl.xml"), true),
                Document.sound(tests.resolve("goldens/shop.yaml"), false),
                Document.sound(quickstart.resolve("crm.csdl.xml"), true),
                Document.sound(quickstart.resolve("shop.yaml"), false),
                Document.sound(project.resolve("integration-tests/src/test/resources/torture.yaml"), false));
    }
}
