package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's project on disk, run through javac's annotation processing. */
final class Project {

    private final Path root;
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private Processor processor = new LatheProcessor();

    Project(Path root) {
        this.root = root;
        classPath.addAll(Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList());
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Project file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Project file(String name, byte[] content) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An OData document with one entity set. */
    Project csdl(String name) {
        return file(name, Documents.csdl());
    }

    /** A package of the given name below {@code src/main/java}. */
    Project annotated(String packageName, String annotations) {
        return file(
                "src/main/java/" + packageName.replace('.', '/') + "/package-info.java",
                annotations + "\npackage " + packageName + ";\n");
    }

    Project option(String option) {
        options.add(option);
        return this;
    }

    Project classPath(String entry) {
        classPath.add(path(entry));
        return this;
    }

    Project processor(Processor other) {
        processor = other;
        return this;
    }

    /** Runs processing over all sources below {@code src}. */
    Outcome process() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path classes = Files.createDirectories(path("target/classes"));
            Path generated = Files.createDirectories(path("target/generated-sources/annotations"));
            List<String> arguments = new ArrayList<>(options);
            arguments.addAll(List.of("-proc:only", "-d", classes.toString(), "-s", generated.toString()));
            arguments.addAll(List.of(
                    "-cp",
                    String.join(
                            java.io.File.pathSeparator,
                            classPath.stream().map(Path::toString).toList())));
            var task = javac.getTask(
                    null, files, diagnostics, arguments, null, files.getJavaFileObjectsFromPaths(sources()));
            task.setProcessors(List.of(processor));
            task.setLocale(Locale.ROOT);
            boolean success = task.call();
            return new Outcome(success, diagnostics.getDiagnostics(), texts(generated));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(path("src"))) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    /**
     * What javac said.
     *
     * @param generated text of the generated sources by path
     */
    record Outcome(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> generated) {

        List<String> messages(Diagnostic.Kind kind) {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == kind)
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    // javac's own, on the release it compiles for and the like
                    .filter(message -> message.startsWith("[") || message.startsWith("Lathe"))
                    .toList();
        }

        /** That there is a client. Whether it compiles is a question for the tests of generated code. */
        Outcome succeeded() {
            assertThat(messages(Diagnostic.Kind.ERROR)).isEmpty();
            assertThat(generated).isNotEmpty();
            return this;
        }

        /** That there is this one error and not one generated file, as there is nothing to generate from. */
        Said onlyErrorAndNoClient(String code) {
            assertThat(generated).isEmpty();
            return onlyError(code);
        }

        /** That there is this one error. */
        Said onlyError(String code) {
            assertThat(success).isFalse();
            List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .<Diagnostic<? extends JavaFileObject>>map(d -> d)
                    .toList();
            assertThat(errors).as("%s", errors).hasSize(1);
            String message = errors.get(0).getMessage(Locale.ROOT);
            assertThat(message).startsWith("[" + code + "] ");
            assertThat(message).as("no stack trace").doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(.*\\)\\s*$");
            return new Said(errors.get(0), message);
        }
    }

    /** One diagnostic. */
    record Said(Diagnostic<? extends JavaFileObject> diagnostic, String message) {

        Said says(String text) {
            assertThat(message).contains(text);
            return this;
        }

        /** The source text that is underlined starts so. */
        Said at(String text) {
            try {
                String source = diagnostic.getSource().getCharContent(true).toString();
                assertThat(source.substring((int) diagnostic.getPosition())).startsWith(text);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
