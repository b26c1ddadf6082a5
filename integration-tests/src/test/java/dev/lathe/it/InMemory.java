package dev.lathe.it;

import dev.lathe.processor.LatheProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler within this process. What it writes stays in memory, so that many small runs cost little. */
final class InMemory {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** Opening the class path costs more than a small document does. */
    private static final ThreadLocal<StandardJavaFileManager> FILES =
            ThreadLocal.withInitial(() -> JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));

    private final List<String> options = new ArrayList<>(List.of(
            "-Xlint:all,-processing,-options,-path",
            "-Xmaxwarns",
            "1000",
            "-cp",
            System.getProperty("java.class.path")));
    private final List<JavaFileObject> sources = new ArrayList<>();

    /** A package with that annotation, whose specs are in that folder. */
    static InMemory annotated(String packageName, String annotation, String specs) {
        return new InMemory()
                .option("-Alathe.specs=" + specs)
                .source(packageName + ".package-info", annotation + "\npackage " + packageName + ";\n");
    }

    static InMemory of(Document document) {
        return annotated(
                document.packageName(), document.annotation(), document.root().toString());
    }

    InMemory option(String option) {
        options.add(option);
        return this;
    }

    InMemory source(String className, String text) {
        sources.add(new Text(className, text));
        return this;
    }

    Outcome run() {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var written = new Written(FILES.get());
        JavaCompiler.CompilationTask task =
                JAVAC.getTask(Writer.nullWriter(), written, diagnostics, options, null, sources);
        task.setProcessors(List.of(new LatheProcessor()));
        task.setLocale(Locale.ROOT);
        boolean success = task.call();
        Map<String, String> texts = new TreeMap<>();
        written.sources.forEach((name, text) -> texts.put(name, text.text()));
        Map<String, byte[]> classes = new TreeMap<>();
        written.classes.forEach((name, bytes) -> classes.put(name, bytes.bytes.toByteArray()));
        return new Outcome(success, List.copyOf(diagnostics.getDiagnostics()), texts, classes);
    }

    /**
     * What came of it.
     *
     * @param sources generated ones, by class name
     * @param classes by class name
     */
    record Outcome(
            boolean success,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> sources,
            Map<String, byte[]> classes) {

        List<String> messages(Diagnostic.Kind... kinds) {
            List<Diagnostic.Kind> wanted = List.of(kinds);
            return diagnostics.stream()
                    .filter(diagnostic -> wanted.contains(diagnostic.getKind()))
                    .map(Outcome::text)
                    .toList();
        }

        /** Warnings about generated code; those about the document are at the annotation. */
        List<String> warningsInGeneratedCode() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.WARNING
                            || diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                    .map(Outcome::text)
                    .filter(text -> !isLathes(text))
                    .toList();
        }

        /** Errors that javac found itself. */
        List<String> errorsOfJavac() {
            return messages(Diagnostic.Kind.ERROR).stream()
                    .filter(text -> !isLathes(text))
                    .toList();
        }

        /** Errors that Lathe reported at the annotation. */
        List<String> errorsOfLathe() {
            return messages(Diagnostic.Kind.ERROR).stream()
                    .filter(Outcome::isLathes)
                    .toList();
        }

        private static boolean isLathes(String text) {
            return text.contains("package-info: [");
        }

        private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
            JavaFileObject source = diagnostic.getSource();
            String name = source == null ? "" : source.getName().replaceFirst(".*/(.*)\\.java", "$1");
            return name + ": " + diagnostic.getMessage(Locale.ROOT);
        }
    }

    private static URI uri(String className, JavaFileObject.Kind kind) {
        return URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    }

    /** A source, given or generated. */
    private static final class Text extends SimpleJavaFileObject {

        private final StringWriter written = new StringWriter();

        Text(String className, String text) {
            super(uri(className, Kind.SOURCE), Kind.SOURCE);
            written.write(text);
        }

        String text() {
            return written.toString();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return written.getBuffer();
        }

        @Override
        public Writer openWriter() {
            return written;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    written.write(toString(StandardCharsets.UTF_8));
                }
            };
        }
    }

    /** A class. */
    private static final class Bytes extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes(String className) {
            super(uri(className, Kind.CLASS), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Written extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, Text> sources = new LinkedHashMap<>();
        private final Map<String, Bytes> classes = new LinkedHashMap<>();

        Written(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (kind == JavaFileObject.Kind.SOURCE) {
                return sources.computeIfAbsent(className, name -> new Text(name, ""));
            }
            return classes.computeIfAbsent(className, Bytes::new);
        }

        @Override
        public FileObject getFileForInput(JavaFileManager.Location location, String packageName, String relativeName)
                throws IOException {
            return location.isOutputLocation() ? null : super.getFileForInput(location, packageName, relativeName);
        }

        @Override
        public boolean isSameFile(FileObject a, FileObject b) {
            return a.toUri().equals(b.toUri());
        }

        @Override
        public void close() {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
