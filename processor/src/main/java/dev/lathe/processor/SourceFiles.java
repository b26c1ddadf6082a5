package dev.lathe.processor;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.plan.RuntimeTypes;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Hands generated sources to the compiler, all of a client or none. */
final class SourceFiles {

    /** A source file, named like its class. */
    record Source(String className, String text) {}

    private final Filer filer;
    private final Map<String, Boolean> generatedBefore = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    SourceFiles(Filer filer) {
        this.filer = filer;
    }

    /** Classes whose sources are part of this compilation; one of an earlier build in the class output is none. */
    void sawSources(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type) {
                generatedBefore.put(type.getQualifiedName().toString(), isOurs(type));
            }
        }
    }

    private static boolean isOurs(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation instanceof TypeElement element
                        && element.getQualifiedName().contentEquals(RuntimeTypes.GENERATED.canonicalName()));
    }

    /** The sources but those of classes that are there already, which are reported. */
    List<Source> free(List<Source> sources, Request request, Problems problems) {
        List<Source> free = new ArrayList<>();
        Set<String> inThisClient = new HashSet<>();
        for (Source source : sources) {
            String name = source.className;
            if (!inThisClient.add(name)) {
                throw new IllegalStateException("the plan names the class " + name + " twice");
            }
            if (written.contains(name)) {
                problems.error(
                        "class-taken",
                        SpecPath.of(request.spec()),
                        "The class " + name + " comes out of another annotated package already.",
                        "move one of the two packages");
            } else if (generatedBefore.getOrDefault(name, false)) {
                problems.error(
                        "class-taken",
                        SpecPath.of(request.spec()),
                        "The class " + name + " of an earlier run is among the sources to compile.",
                        "take the folder of generated sources out of the source path, or clean it");
            } else if (generatedBefore.containsKey(name)) {
                problems.error(
                        "class-taken",
                        SpecPath.of(request.spec()),
                        "The class " + name + " would be generated, but you have written one of that name.",
                        "rename or move yours, or give the client a package of its own");
            } else {
                free.add(source);
            }
        }
        return free;
    }

    void write(List<Source> sources, Request request, Problems problems) {
        for (Source source : sources) {
            written.add(source.className);
            // The package is what this file depends on: a build tool that compiles in part removes it along with that.
            try (Writer out =
                    filer.createSourceFile(source.className, request.target()).openWriter()) {
                out.write(source.text);
            } catch (IOException e) {
                problems.error(
                        "cannot-write",
                        SpecPath.of(request.spec()),
                        "The class " + source.className + " cannot be written: " + e.getMessage());
                return;
            }
        }
    }
}
