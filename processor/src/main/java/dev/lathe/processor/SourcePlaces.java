package dev.lathe.processor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an annotated source file lies, which the API for processors does not say before Java 18. Compilers and
 * build tools differ in what they answer, so there are several ways, and each may fail.
 */
final class SourcePlaces {

    private final ProcessingEnvironment environment;
    private @Nullable Path classOutput;

    SourcePlaces(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** The folder of the package's {@code package-info.java}. */
    Optional<Path> folderOf(PackageElement target) {
        return fromTrees(target)
                .or(() -> fromElements(target))
                .or(() -> fromSourcePath(target))
                .map(Path::getParent);
    }

    /** The folder that classes are written to. */
    Optional<Path> classOutput() {
        // Kept, because a file can be made once only.
        if (classOutput == null) {
            classOutput = resource(StandardLocation.CLASS_OUTPUT, "", "lathe")
                    .or(this::unwritten)
                    .map(Path::getParent)
                    .orElse(null);
        }
        return Optional.ofNullable(classOutput);
    }

    /** Eclipse's batch compiler tells only of files that are there or about to be: this one is never opened, so never there. */
    private Optional<Path> unwritten() {
        try {
            return path(environment
                    .getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", "lathe")
                    .toUri());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
            return Optional.empty();
        }
    }

    private Optional<Path> fromTrees(Element target) {
        try {
            return JavacTrees.sourceOf(environment, target).flatMap(SourcePlaces::path);
        } catch (LinkageError | IllegalArgumentException notJavac) {
            // Eclipse's compiler has no such classes, and tools that wrap the environment hide javac.
            return Optional.empty();
        }
    }

    /** {@code Elements.getFileObjectOf}, which Java 18 brought. */
    private Optional<Path> fromElements(Element target) {
        try {
            var elements = environment.getElementUtils();
            Object file = javax.lang.model.util.Elements.class
                    .getMethod("getFileObjectOf", Element.class)
                    .invoke(elements, target);
            return file instanceof FileObject object ? path(object.toUri()) : Optional.empty();
        } catch (ReflectiveOperationException notThere) {
            return Optional.empty();
        }
    }

    private Optional<Path> fromSourcePath(PackageElement target) {
        return resource(StandardLocation.SOURCE_PATH, target.getQualifiedName().toString(), "package-info.java");
    }

    private Optional<Path> resource(Location location, String packageName, String name) {
        try {
            return path(environment
                    .getFiler()
                    .getResource(location, packageName, name)
                    .toUri());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
            return Optional.empty();
        }
    }

    /** In-memory file systems of tests and tools have URIs that are no paths. */
    private static Optional<Path> path(URI uri) {
        try {
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri).toAbsolutePath()) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException notAPath) {
            return Optional.empty();
        }
    }
}
