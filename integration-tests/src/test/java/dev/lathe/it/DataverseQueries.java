package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.client.api.edm.xml.XMLMetadata;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.edm.ClientCsdlEdmProvider;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.core.uri.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some 240 queries that are legal and 260 that are not. The legal ones are carried out, and Olingo's own parser reads
 * their URLs by the document; of the others each is a source file of its own that javac refuses for the right reason.
 */
abstract class DataverseQueries {

    /** Olingo takes a function behind a path for a bound one; Dataverse does not, and that is what counts. */
    private static final Pattern STRICTER_THAN_DATAVERSE = Pattern.compile("/Microsoft\\.Dynamics\\.CRM\\.");

    private static final Pattern ERROR = Pattern.compile("(\\w+)\\.java:\\d+:\\d+: compiler\\.err\\.([\\w.]+):.*");

    @TempDir
    Path folder;

    abstract Path document();

    /** The package of the document's client. */
    abstract String clientPackage();

    /** The folders of the client's classes that are not on the class path of this test. */
    abstract List<Path> client() throws IOException, InterruptedException;

    private Javac javac() throws IOException, InterruptedException {
        Javac javac = Javac.in(folder, "512m").option("-proc:none");
        client().forEach(javac::classes);
        return javac;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = DataverseQueries.class.getResourceAsStream("/queries/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private String header() {
        return "import " + clientPackage() + ".*;\n" + """
                import dev.lathe.runtime.dataverse.*;
                import dev.lathe.runtime.odata.*;
                import java.math.BigDecimal;
                import java.time.*;
                import java.util.*;
                """;
    }

    private static final String VALUES = """
                static final UUID ID = new UUID(1, 2);
                static final UUID OTHER = new UUID(3, 4);
                static final LocalDate DAY = LocalDate.of(2024, 5, 31);
            """;

    // ---- legal ones

    @Test
    void legalQueriesAreUnderstoodByTheServiceAndByOlingosParser() throws Exception {
        List<String> queries = lines("legal.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Javac.Result compiled = javac().source("Legal.java", legal(queries)).run();
        assertThat(compiled.status()).as(compiled.log()).isZero();

        Parser parser = new Parser(edm(document()), OData.newInstance());
        int parsed = 0;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().csdl(document()));
                URLClassLoader loader = loader(compiled)) {
            sandbox.dataverse().insert("accounts", Map.of("accountid", new UUID(1, 2))); // whose related rows are read
            Map<String, Runnable> calls = calls(loader, sandbox);
            assertThat(calls).hasSizeGreaterThanOrEqualTo(200);
            for (Map.Entry<String, Runnable> call : calls.entrySet()) {
                assertThat(call.getValue()).as(call.getKey()).satisfies(Runnable::run);
                if (parse(parser, sandbox.requests().last(), call.getKey())) {
                    parsed++;
                }
            }
        }
        assertThat(parsed).isGreaterThanOrEqualTo(200);
    }

    private URLClassLoader loader(Javac.Result compiled) throws IOException, InterruptedException {
        List<URL> urls = new ArrayList<>(List.of(compiled.classes().toUri().toURL()));
        for (Path classes : client()) {
            urls.add(classes.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
    }

    private String legal(List<String> queries) {
        StringBuilder source = new StringBuilder(header());
        source.append("public final class Legal {\n").append(VALUES);
        source.append("    public static Map<String, Runnable> all(URI service, String token) {\n"
                + "        Dataverse crm = Dataverse.connect(dev.lathe.runtime.ClientConfig.builder(service)\n"
                + "                .credentials(dev.lathe.runtime.auth.Credentials.bearer(token)).build());\n"
                + "        Map<String, Runnable> all = new LinkedHashMap<>();\n");
        for (String query : queries) {
            source.append("        all.put(\"")
                    .append(query.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\",\n                () -> read(")
                    .append(query)
                    .append("));\n");
        }
        source.append("        return all;\n    }\n\n    private static void read(Iterable<?> rows) {\n"
                + "        rows.forEach(Objects::requireNonNull);\n    }\n}\n");
        return source.toString().replace("URI service", "java.net.URI service");
    }

    @SuppressWarnings("unchecked") // what the source says
    private static Map<String, Runnable> calls(ClassLoader loader, Sandbox sandbox)
            throws ReflectiveOperationException {
        return (Map<String, Runnable>) loader.loadClass("Legal")
                .getMethod("all", URI.class, String.class)
                .invoke(
                        null,
                        sandbox.dataverseApiUri(),
                        sandbox.dataverseTokens().issue());
    }

    private static Edm edm(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            XMLMetadata metadata = ODataClientFactory.getClient()
                    .getDeserializer(ContentType.APPLICATION_XML)
                    .toMetadata(in);
            return OData.newInstance()
                    .createServiceMetadata(new ClientCsdlEdmProvider(metadata.getSchemaByNsOrAlias()), List.of())
                    .getEdm();
        }
    }

    /** @return false for what Olingo cannot understand, and Dataverse does */
    private static boolean parse(Parser parser, RecordedRequest request, String query) {
        if (STRICTER_THAN_DATAVERSE
                .matcher(URLDecoder.decode(request.target(), StandardCharsets.UTF_8))
                .find()) {
            return false;
        }
        String[] target = request.target().split("\\?", 2);
        String path = target[0].replaceFirst("^/api/data/v[\\d.]+", "");
        try {
            parser.parseUri(path, target.length == 1 ? null : target[1], null, "http://localhost");
        } catch (ODataException e) {
            throw new AssertionError(query + "\n" + request.target(), e);
        }
        return true;
    }

    // ---- illegal ones

    private record Illegal(String query, Pattern errors) {}

    @Test
    void illegalQueriesDoNotCompile() throws Exception {
        Map<String, Illegal> sources = illegal();
        assertThat(sources).hasSizeGreaterThanOrEqualTo(200);
        Javac javac = javac().option("-XDrawDiagnostics").option("-Xmaxerrs").option("5000");
        javac.source("Right.java", source("Right", "crm.accounts().filter(Accounts.NAME.eq(\"x\"))"));
        for (Map.Entry<String, Illegal> source : sources.entrySet()) {
            javac.source(
                    source.getKey() + ".java",
                    source(source.getKey(), source.getValue().query()));
        }
        Javac.Result result = javac.run();

        assertThat(result.status()).isEqualTo(1);
        Map<String, List<String>> errors = errors(result.log());
        assertThat(errors).as("a source without a mistake has no error").doesNotContainKey("Right");
        List<String> wrong = new ArrayList<>();
        sources.forEach((name, illegal) -> {
            List<String> found = errors.getOrDefault(name, List.of());
            if (found.isEmpty()
                    || !found.stream().allMatch(e -> illegal.errors().matcher(e).lookingAt())) {
                wrong.add(illegal.query() + "  " + found);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Illegal> illegal() throws IOException {
        Map<String, Illegal> sources = new LinkedHashMap<>();
        Pattern errors = Pattern.compile("");
        for (String line : lines("illegal.txt")) {
            if (line.startsWith("# ")) {
                errors = Pattern.compile(line.substring(2, line.indexOf(':')));
            } else {
                sources.put("Illegal%03d".formatted(sources.size() + 1), new Illegal(line, errors));
            }
        }
        return sources;
    }

    private String source(String name, String query) {
        return header() + "final class " + name + " {\n" + VALUES + "    static Object query(Dataverse crm) {\n"
                + "        return " + query + ";\n    }\n}\n";
    }

    private static Map<String, List<String>> errors(String log) {
        Map<String, List<String>> errors = new TreeMap<>();
        for (String line : log.lines().toList()) {
            Matcher error = ERROR.matcher(line);
            if (error.matches()) {
                errors.computeIfAbsent(error.group(1), n -> new ArrayList<>()).add(error.group(2));
            }
        }
        return errors;
    }
}
