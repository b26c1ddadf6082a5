package dev.lathe.processor;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document that an annotation names: in the folders of {@code -Alathe.specs}, beside the annotated file, in the
 * module's folders for specs, in the class output, on the class path. No single one of these is there with every compiler.
 */
final class SpecLocator {

    private static final String CLASSPATH = "classpath:";
    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final List<String> FOLDERS = List.of("src/main/specs", "src/main/resources", "specs");

    /** Where a package lies when the compiler does not tell; Eclipse's does not before Java 18. */
    private static final List<String> SOURCES = List.of("src/main/java", "src/test/java", "src");

    /** Files that mark the root of a module. */
    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", "build.sbt", ".git");

    /** The largest published descriptions are a tenth of that. */
    private static final long MAX_BYTES = 100L << 20;

    private final Filer filer;
    private final SourcePlaces sources;
    private final List<Path> configured;

    SpecLocator(ProcessingEnvironment environment, List<Path> configured) {
        this.filer = environment.getFiler();
        this.sources = new SourcePlaces(environment);
        this.configured = configured;
    }

    /** The document; empty after an error. */
    Optional<SpecSource> find(String spec, PackageElement target, Problems problems) {
        SpecPath at = SpecPath.of(spec);
        if (spec.isEmpty()) {
            problems.error("spec-not-named", at, "The annotation names no spec.", "give the path of a document");
            return Optional.empty();
        }
        if (spec.startsWith(CLASSPATH)) {
            return new Search(spec, problems).onClassPath(spec.substring(CLASSPATH.length()));
        }
        Path path;
        try {
            path = Path.of(spec);
        } catch (InvalidPathException e) {
            problems.error("spec-not-found", at, "'" + spec + "' is not a path: " + e.getReason() + ".");
            return Optional.empty();
        }
        if (!path.isAbsolute() && URL.matcher(spec).matches()) {
            problems.error(
                    "remote-spec",
                    at,
                    "The spec is a URL; Lathe never fetches a document, so that a build needs no network and gives the same"
                            + " code tomorrow.",
                    "save the document in the project and name its path");
            return Optional.empty();
        }
        var search = new Search(spec, problems);
        return path.isAbsolute() ? search.absolute(path) : search.relative(path, target);
    }

    /** One search, which remembers where it has been. */
    private final class Search {

        private final String spec;
        private final Problems problems;
        private final Set<String> lookedAt = new LinkedHashSet<>();
        private final List<Path> folders = new ArrayList<>();
        private final Set<String> near = new LinkedHashSet<>();

        Search(String spec, Problems problems) {
            this.spec = spec;
            this.problems = problems;
        }

        Optional<SpecSource> absolute(Path path) {
            Path file = path.normalize();
            if (isFile(file)) {
                // The name goes into generated code, which must be the same on every machine.
                Path name = file.getFileName();
                return read(String.valueOf(name), file);
            }
            Path folder = file.getParent();
            if (folder != null) {
                specsIn(folder).forEach(name -> near.add(folder.resolve(name).toString()));
            }
            return missing();
        }

        Optional<SpecSource> relative(Path path, PackageElement target) {
            Set<Path> places = folders(target);
            for (Path folder : places) {
                Path file = folder.resolve(path).normalize();
                if (isFile(file)) {
                    return file.startsWith(folder)
                            ? read(spec.replace('\\', '/'), file, folder)
                            : read(spec.replace('\\', '/'), file);
                }
            }
            places.forEach(folder -> specsNear(path, folder));
            return onClassPath(path.normalize().toString().replace('\\', '/'));
        }

        /** Takes note of the specs that could have been meant: they lie where this one was expected, or right in a place. */
        private void specsNear(Path path, Path place) {
            Path parent = path.getParent();
            if (parent != null) {
                String folder = parent.toString().replace('\\', '/');
                specsIn(place.resolve(parent)).forEach(name -> near.add(folder + "/" + name));
            }
            specsIn(place).forEach(near::add);
        }

        private boolean isFile(Path file) {
            lookedAt.add(file.toString());
            if (Files.isDirectory(file)) {
                folders.add(file);
            }
            return Files.isRegularFile(file);
        }

        /** Where to look for a relative path, in order. */
        private Set<Path> folders(PackageElement target) {
            Set<Path> places = new LinkedHashSet<>(configured);
            Optional<Path> beside = sources.folderOf(target);
            beside.ifPresent(places::add);
            Path start = beside.or(() -> sources.classOutput().filter(output -> moduleRoot(output) != null))
                    .orElseGet(() -> Path.of("").toAbsolutePath());
            Path root = Objects.requireNonNullElse(moduleRoot(start), start);
            if (beside.isEmpty()) {
                String folder = target.getQualifiedName().toString().replace('.', '/');
                SOURCES.stream()
                        .map(root::resolve)
                        .map(of -> of.resolve(folder))
                        .filter(Files::isDirectory)
                        .forEach(places::add);
            }
            for (Path folder = start; folder != null && folder.startsWith(root); folder = folder.getParent()) {
                for (String name : FOLDERS) {
                    Path place = folder.resolve(name);
                    // On the way up only what is there: a message with thirty places helps nobody.
                    if (folder.equals(root) || Files.isDirectory(place)) {
                        places.add(place);
                    }
                }
            }
            return places;
        }

        private @Nullable Path moduleRoot(Path start) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                if (BUILD_FILES.stream().map(folder::resolve).anyMatch(Files::exists)) {
                    return folder;
                }
            }
            return null;
        }

        Optional<SpecSource> onClassPath(String resource) {
            String name = resource.startsWith("/") ? resource.substring(1) : resource;
            for (Location location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
                lookedAt.add(
                        location == StandardLocation.CLASS_OUTPUT
                                ? "the class output, as " + name
                                : "the class path, as " + name);
                Optional<byte[]> content = resource(location, name);
                if (content.isPresent()) {
                    return content.filter(bytes -> !tooLarge(bytes.length))
                            .map(bytes -> new SpecSource(spec, bytes, Optional.empty(), Optional.empty()));
                }
            }
            return missing();
        }

        private Optional<byte[]> resource(Location location, String name) {
            try (InputStream in = filer.getResource(location, "", name).openInputStream()) {
                return Optional.of(in.readNBytes((int) MAX_BYTES + 1));
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
                // Compilers differ in how they say that there is no such resource or no such location.
                return Optional.empty();
            }
        }

        /** References reach what lies beside the document. */
        private Optional<SpecSource> read(String name, Path file) {
            Path folder = file.getParent();
            return read(name, file, folder == null ? file : folder);
        }

        private Optional<SpecSource> read(String name, Path file, Path root) {
            try {
                if (tooLarge(Files.size(file))) {
                    return Optional.empty();
                }
                return Optional.of(
                        new SpecSource(name, Files.readAllBytes(file), Optional.of(file), Optional.of(root)));
            } catch (IOException e) {
                problems.error(
                        "spec-unreadable",
                        SpecPath.of(spec),
                        "The spec " + file + " cannot be read (" + e.getClass().getSimpleName() + ").",
                        "check its permissions");
                return Optional.empty();
            }
        }

        private boolean tooLarge(long bytes) {
            if (bytes > MAX_BYTES) {
                problems.error(
                        "spec-too-large",
                        SpecPath.of(spec),
                        "The spec has more than " + (MAX_BYTES >> 20) + " MB, which no description of an API has.");
            }
            return bytes > MAX_BYTES;
        }

        private Optional<SpecSource> missing() {
            if (!folders.isEmpty()) {
                Path folder = folders.get(0);
                problems.error(
                        "spec-is-directory",
                        SpecPath.of(spec),
                        "The spec is a folder: " + folder + ".",
                        specsIn(folder).stream()
                                .map(file -> "name a file in it, such as '" + spec + "/" + file + "'")
                                .findFirst()
                                .orElse("name a file in it"));
                return Optional.empty();
            }
            problems.error(
                    "spec-not-found",
                    SpecPath.of(spec),
                    "There is no spec '" + spec + "' in any of the " + lookedAt.size() + " places where it may be.",
                    Stream.concat(lookedAt.stream().map(place -> "looked at " + place), advice())
                            .toArray(String[]::new));
            return Optional.empty();
        }

        private Stream<String> advice() {
            // The right name behind a path too many, or before another extension, is what was meant, however far that
            // is
            // from what was written.
            String same = Stream.<UnaryOperator<String>>of(Search::lastName, Search::stem)
                    .flatMap(part ->
                            near.stream().filter(other -> part.apply(other).equalsIgnoreCase(part.apply(spec))))
                    .findFirst()
                    .orElse(spec);
            String[] meant = Nearest.hint(same, near);
            return Stream.concat(
                    Stream.of(meant), Stream.of("check the path, or name a folder with -Alathe.specs=DIR"));
        }

        private static String lastName(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }

        /** Of {@code crm.csdl.xml} it is {@code crm}. */
        private static String stem(String path) {
            String name = lastName(path);
            int dot = name.indexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        private List<String> specsIn(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.matches(".*\\.(xml|edmx|csdl|ya?ml|json)"))
                        .sorted()
                        .toList();
            } catch (IOException unreadable) {
                // There is no such folder, or it cannot be read; only a hint is lost.
                return List.of();
            }
        }
    }
}
