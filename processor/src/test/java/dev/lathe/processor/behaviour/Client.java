package dev.lathe.processor.behaviour;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lathe.processor.LatheProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** A client generated from a spec, and a few lines of a user's code that call it. */
final class Client {

    private final Class<? extends Function<URI, Object>> code;

    private Client(Class<? extends Function<URI, Object>> code) {
        this.code = code;
    }

    /** Generates and compiles; the code sees {@code URI base} and returns an object. */
    static Client openApi(Path folder, String spec, String code, String... options) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), spec);
        return compile(folder, "@dev.lathe.OpenApiClient(value = \"api.yaml\", name = \"Api\")", code, options);
    }

    /** The same for the inner part of an OData schema with the namespace {@code NS}. */
    static Client odata(Path folder, String schema, String code) throws IOException {
        Files.writeString(folder.resolve("api.xml"), document(schema));
        return compile(folder, "@dev.lathe.ODataClient(value = \"api.xml\", name = \"Api\")", code);
    }

    private static String document(String schema) {
        return """
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="NS" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">%s</Schema>
                </edmx:DataServices></edmx:Edmx>""".formatted(schema);
    }

    /** The warnings for the same. */
    static List<String> odataWarnings(Path folder, String schema) throws IOException {
        Files.writeString(folder.resolve("api.xml"), document(schema));
        return javac(folder, "@dev.lathe.ODataClient(value = \"api.xml\", name = \"Api\")", "return null;")
                .warnings()
                .stream()
                .map(warning -> warning.getMessage(java.util.Locale.ROOT))
                .toList();
    }

    private static Client compile(Path folder, String annotation, String code, String... options) {
        Compilation compilation = javac(folder, annotation, code, options);
        assertThat(compilation).succeededWithoutWarnings();
        return new Client(new Loader(compilation.generatedFiles()).code());
    }

    private static Compilation javac(Path folder, String annotation, String code, String... options) {
        return Compiler.javac()
                .withProcessors(new LatheProcessor())
                .withOptions(Stream.concat(
                                Stream.of("-Alathe.specs=" + folder, "-Xlint:all,-processing"), Stream.of(options))
                        .toArray())
                .compile(
                        JavaFileObjects.forSourceString("t.package-info", annotation + "\npackage t;"),
                        JavaFileObjects.forSourceString("t.Code", """
                                package t;
                                import dev.lathe.runtime.*;
                                import dev.lathe.runtime.auth.*;
                                import java.net.URI;
                                import java.util.*;
                                public class Code implements java.util.function.Function<URI, Object> {
                                    public Object apply(URI base) {
                                        Api api = Api.connect(base, Credentials.none());
                                        %s
                                    }
                                }""".formatted(code)));
    }

    /** Runs the code against a service. */
    Object run(URI base) throws ReflectiveOperationException {
        return code.getConstructor().newInstance().apply(base);
    }

    /** Loads what the compiler wrote into memory. */
    private static final class Loader extends ClassLoader {
        private final Map<String, JavaFileObject> classes = new HashMap<>();

        Loader(List<JavaFileObject> files) {
            super(Client.class.getClassLoader());
            String prefix = "/" + StandardLocation.CLASS_OUTPUT.getName() + "/";
            files.stream().filter(f -> f.getKind() == JavaFileObject.Kind.CLASS).forEach(f -> {
                String path = f.toUri().getPath();
                classes.put(
                        path.substring(prefix.length(), path.length() - ".class".length())
                                .replace('/', '.'),
                        f);
            });
        }

        @SuppressWarnings("unchecked") // Code is written above
        Class<? extends Function<URI, Object>> code() {
            try {
                return (Class<? extends Function<URI, Object>>) loadClass("t.Code");
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            JavaFileObject file = classes.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openInputStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
