package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The documents that belong to one spec: the one that was asked for, and those below its root that it refers to. */
final class SpecFiles {

    private static final int MAX_FILES = 2_000;

    /** One parsed document. */
    record SpecDocument(String name, Optional<Path> file, JsonNode root) {}

    private final SpecSource source;
    private final Origins origins;
    private final Problems problems;
    private final Map<String, SpecDocument> byName = new HashMap<>();
    private final Map<Path, SpecDocument> byFile = new HashMap<>();

    SpecFiles(SpecSource source, JsonNode root, Origins origins, Problems problems) {
        this.source = source;
        this.origins = origins;
        this.problems = problems;
        SpecDocument main = new SpecDocument(source.name(), source.file(), root);
        byName.put(main.name, main);
        source.file().ifPresent(file -> byFile.put(file.toAbsolutePath().normalize(), main));
    }

    SpecDocument main() {
        return named(source.name());
    }

    /** A document that was loaded before. */
    SpecDocument named(String name) {
        SpecDocument document = byName.get(name);
        if (document == null) {
            throw new IllegalStateException("no document is named " + name);
        }
        return document;
    }

    /** The document that a relative reference in {@code from} leads to; refuses what lies above or beside the root. */
    SpecDocument relative(SpecDocument from, String reference, SpecPath at) throws SpecRefused {
        if (source.root().isEmpty() || from.file.isEmpty()) {
            throw new SpecRefused(
                    "forbidden-ref",
                    at,
                    "'" + reference + "' is another file; this spec has no folder in which it may be looked for.",
                    "put the spec and what it refers to into a folder of -Alathe.specs");
        }
        Path root = source.root().get().toAbsolutePath().normalize();
        Path file;
        try {
            file = from.file.get().toAbsolutePath().resolveSibling(reference).normalize();
        } catch (InvalidPathException e) {
            throw new SpecRefused("unknown-ref", at, "'" + reference + "' is no path of a file.");
        }
        if (!file.startsWith(root)) {
            throw outside(reference, at);
        }
        SpecDocument known = byFile.get(file);
        if (known != null) {
            return known;
        }
        if (byFile.size() >= MAX_FILES) {
            throw new SpecRefused("too-large", at, "The spec refers to more than " + MAX_FILES + " files.");
        }
        SpecDocument loaded = load(root, file, reference, at);
        byFile.put(file, loaded);
        byName.put(loaded.name, loaded);
        return loaded;
    }

    private SpecDocument load(Path root, Path file, String reference, SpecPath at) throws SpecRefused {
        String name = root.relativize(file).toString().replace('\\', '/');
        try {
            if (!Files.isRegularFile(file)) {
                throw new SpecRefused("unknown-ref", at, "There is no file '" + reference + "'.");
            }
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw outside(reference, at); // by a symbolic link
            }
            if (Files.size(file) > SpecText.MAX_BYTES) {
                throw new SpecRefused("too-large", at, "'" + reference + "' has more than 64 MB.");
            }
            JsonNode tree = SpecTree.read(Files.readAllBytes(file), name, origins, problems);
            return new SpecDocument(name, Optional.of(file), tree);
        } catch (IOException e) {
            throw new SpecRefused("unknown-ref", at, "The file '" + reference + "' cannot be read.");
        }
    }

    private SpecRefused outside(String reference, SpecPath at) {
        return new SpecRefused(
                "forbidden-ref",
                at,
                "'" + reference + "' lies outside of the folder that the spec may refer to.",
                "references reach files below the folder in which the spec was looked up, never above it");
    }
}
