package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.Singleton;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts that Java or a file system cannot take as they are: text never becomes code. */
class NamingTest {

    /** Each is given to types, members, parameters, values, operations and sets at once. */
    private static final List<String> NAMES = List.of(
            "class",
            "import",
            "true",
            "null",
            "_",
            "int",
            "enum",
            "record",
            "sealed",
            "var",
            "yield",
            "permits",
            "module",
            "foo",
            "Foo",
            "FOO",
            "foo_",
            "_foo",
            "foo-",
            "f o o",
            "fo_o",
            "$",
            "$foo",
            "foo$bar",
            "@",
            "@type",
            "a.b",
            "a/b",
            " ",
            "  x  ",
            "\u00e4",
            "\u540d\u524d",
            "\ud83d\ude00",
            "\ud83d\ude00\ud83d\ude01",
            "+1",
            "-1",
            "1",
            "1st",
            "Object",
            "String",
            "Integer",
            "List",
            "Map",
            "Override",
            "Deprecated",
            "Iterable",
            "Record",
            "Thread",
            "Optional",
            "UUID",
            "URI",
            "Consumer",
            "Set",
            "Math",
            "System",
            "Nullable",
            "NullMarked",
            "Generated",
            "JsonObject",
            "JsonReader",
            "JsonValue",
            "JsonType",
            "ObjectType",
            "Scalars",
            "Pages",
            "ApiClient",
            "Call",
            "EntitySet",
            "ODataEntity",
            "Singleton",
            "TextColumn",
            "ToOne",
            "EntityReference",
            "OpenEnum",
            "EnumType",
            "ClientConfig",
            "Credentials",
            "InputStream",
            "t",
            "Api",
            "dev",
            "java",
            "lathe",
            "getClass",
            "hashCode",
            "toString",
            "equals",
            "wait",
            "notify",
            "notifyAll",
            "clone",
            "finalize",
            "type",
            "TYPE",
            "create",
            "createDerived",
            "read",
            "write",
            "value",
            "changed",
            "isSet",
            "unset",
            "etag",
            "unknownMembers",
            "annotation",
            "navigation",
            "entityTag",
            "client",
            "service",
            "call",
            "options",
            "key",
            "this",
            "super",
            "in",
            "out",
            "member",
            "connect",
            "with",
            "batch",
            "get",
            "list",
            "stream",
            "changes",
            "as",
            "Foo2",
            "FooOptions",
            "FooClient",
            "FooSet",
            "FooModel",
            "FooEntity",
            "FooType",
            "FooEnum",
            "FooColumns",
            "n".repeat(200),
            "N".repeat(200),
            "n".repeat(199) + "m",
            "package-info",
            "module-info",
            "con",
            "aux");

    private static final List<String> TEXTS = List.of(
            "ends */ a comment",
            "\\u002a\\u002f class Pwned1 {}",
            "\\u000a class Pwned2 {}",
            "$L $T $N $S $> $< $[ $] $W $Z $$ $1L",
            "{@code unclosed",
            "{@link nowhere.at.All#all} {@inheritDoc} {@value #x}",
            "@deprecated not really",
            "line\n@param nothing\n@return nothing\n@throws Nothing",
            "<script>alert(1)</script> <b>open <i>crossed</b></i> </p> a < b && c > d &nope; &#xZZ; <a href='javascript:x'>",
            "\" + System.exit(1) + \"",
            "\"\"\" text block \\",
            "tail \\",
            "/** nested /* comment */ */",
            "\u0000\u0001\u2028\u2029\u202e\ufeff",
            "{{{ }} } {",
            "`code` ```block\n```",
            "<pre>unclosed",
            "{@snippet : x }",
            "");

    @TempDir
    Path folder;

    private InMemory.Outcome compiled(String name, boolean odata, String text, String... options) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Document document = Document.sound(file, odata);
        InMemory javac = InMemory.annotated(
                "t.api", document.annotation().replace("(\"", "(name = \"Api\", value = \""), folder.toString());
        List.of(options).forEach(javac::option);
        InMemory.Outcome outcome = javac.run();
        assertThat(outcome.messages(Diagnostic.Kind.ERROR)).isEmpty();
        assertThat(outcome.warningsInGeneratedCode()).isEmpty();
        assertThat(outcome.success()).isTrue();
        return outcome;
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c < ' ' || c == '"' || c == '\\' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return json.append('"').toString();
    }

    private static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints()
                // XML 1.0 has no other control characters.
                .filter(c -> c >= ' ' || c == '\n')
                .filter(c -> c != 0xfeff)
                .forEach(c ->
                        xml.append(c < 0x80 && Character.isLetterOrDigit(c) ? Character.toString(c) : "&#" + c + ";"));
        return xml.toString();
    }

    private static String each(List<String> all, java.util.function.Function<String, String> text, String between) {
        return all.stream().map(text).collect(Collectors.joining(between));
    }

    private static String openApi(List<String> names, String text) {
        String docs = "\"description\": " + json(text) + ", ";
        return """
                {"openapi": "3.0.3", "info": {"title": "Api", "version": "1", %1$s"x": 1}, "paths": {%2$s}, "components": {"schemas": {
                  "Holder": {%1$s"type": "object", "properties": {%3$s}},
                  "Kinds": {%1$s"type": "string", "enum": [%4$s]},
                  %5$s}}}
                """.formatted(
                docs,
                each(
                        names,
                        name -> json("/p/" + Integer.toHexString(name.hashCode()) + name.length()) + ": {\"get\": {"
                                + docs
                                + "\"tags\": [" + json(name) + "], \"operationId\": " + json(name)
                                + ", \"parameters\": [{\"in\": \"query\", \"required\": true, " + docs + "\"name\": "
                                + json(name)
                                + ", \"schema\": {\"type\": \"string\"}}, {\"in\": \"header\", " + docs + "\"name\": "
                                + json("o" + name)
                                + ", \"schema\": {\"type\": \"string\"}}], \"responses\": {\"200\": {" + docs
                                + "\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Holder\"}}}}}}}",
                        ","),
                each(names, name -> json(name) + ": {" + docs + "\"type\": \"string\"}", ",")
                        + ", \"all\": {\"type\": \"object\", \"properties\": {\"kinds\": {\"$ref\": \"#/components/schemas/Kinds\"}, "
                        + each(
                                names,
                                name -> json(name) + ": {\"allOf\": [{\"$ref\": "
                                        + json("#/components/schemas/" + pointer(name)) + "}]}",
                                ",")
                        + "}}",
                each(names, NamingTest::json, ","),
                each(
                        names,
                        name -> json(name) + ": {" + docs
                                + "\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}, " + json(name)
                                + ": {\"type\": \"integer\"}}}",
                        ","));
    }

    private static String pointer(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return java.net.URLEncoder.encode(escaped, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String odata(List<String> names, String text) {
        String docs = "<Annotation Term=\"Org.OData.Core.V1.Description\" String=\"" + xml(text) + "\"/>";
        return """
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <EntityType Name="Holder"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/>%s</EntityType>
                <EnumType Name="Kinds">%s</EnumType>
                %s
                <EntityContainer Name="C"><EntitySet Name="Holders" EntityType="NS.Holder"/>%s</EntityContainer>
                </Schema></edmx:DataServices></edmx:Edmx>
                """.formatted(
                each(
                        names,
                        name -> "<Property Name=\"" + xml(name) + "\" Type=\"Edm.String\">" + docs + "</Property>"
                                + "<NavigationProperty Name=\"N" + xml(name) + "\" Type=\"NS.E" + xml(name) + "\"/>",
                        "\n"),
                each(names, name -> "<Member Name=\"" + xml(name) + "\">" + docs + "</Member>", "\n"),
                each(
                        names,
                        name -> "<EntityType Name=\"E" + xml(name) + "\"><Key><PropertyRef Name=\"" + xml(name)
                                + "\"/></Key><Property Name=\"" + xml(name)
                                + "\" Type=\"Edm.Int32\" Nullable=\"false\"/>" + docs
                                + "</EntityType><ComplexType Name=\"" + xml(name) + "\">" + docs + "<Property Name=\""
                                + xml(name)
                                + "\" Type=\"NS.Kinds\"/></ComplexType><Function Name=\"F" + xml(name)
                                + "\"><Parameter Name=\"" + xml(name) + "\" Type=\"Edm.String\"/><ReturnType Type=\"NS."
                                + xml(name)
                                + "\"/></Function><Action Name=\"A" + xml(name)
                                + "\" IsBound=\"true\"><Parameter Name=\"it\" Type=\"NS.Holder\"/><Parameter Name=\""
                                + xml(name)
                                + "\" Type=\"Edm.String\">" + docs + "</Parameter></Action>",
                        "\n"),
                each(
                        names,
                        name -> "<EntitySet Name=\"" + xml(name) + "\" EntityType=\"NS.E" + xml(name) + "\">" + docs
                                + "</EntitySet><FunctionImport Name=\"F" + xml(name) + "\" Function=\"NS.F" + xml(name)
                                + "\"/>",
                        "\n"));
    }

    /** Names that CSDL can have at all: those with a dot or a slash are paths there, and blanks fall off. */
    private static List<String> identifiers() {
        return NAMES.stream()
                .filter(name ->
                        !name.contains(".") && !name.contains("/") && !name.isBlank() && name.equals(name.strip()))
                .toList();
    }

    @Test
    void anyNameInAnOpenApiDocumentBecomesAJavaName() throws IOException {
        filesCanBeWritten(compiled("api.json", false, openApi(NAMES, "text")));
    }

    @Test
    void anyNameInAnODataDocumentBecomesAJavaName() throws IOException {
        filesCanBeWritten(compiled("api.xml", true, odata(identifiers(), "text")));
    }

    /** 143 bytes are what an encrypted file system allows; and there are disks that do not tell case. */
    private static void filesCanBeWritten(InMemory.Outcome outcome) {
        Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(
                        outcome.sources().keySet().stream(),
                        outcome.classes().keySet().stream().filter(n -> !n.contains("package-info")))
                .distinct()
                .forEach(name -> {
                    String simple = name.substring(name.lastIndexOf('.') + 1);
                    assertThat((simple + ".class").getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(143);
                    assertThat(simple).matches("[A-Za-z0-9_$]+");
                    assertThat(SourceVersion.isName(name.replace('$', '_')))
                            .as(name)
                            .isTrue();
                    assertThat(files.add(simple)).as(simple).isTrue();
                });
    }

    @Test
    void noTextBecomesCodeNorBreaksTheDocumentation() throws IOException {
        for (String text : TEXTS) {
            for (InMemory.Outcome outcome : List.of(
                    compiled("text.json", false, openApi(List.of("foo", "Bar"), text), "-Xdoclint:all,-missing"),
                    compiled("text.xml", true, odata(List.of("foo", "Bar"), text), "-Xdoclint:all,-missing"))) {
                assertThat(outcome.classes().keySet()).noneMatch(name -> name.contains("Pwned"));
            }
        }
    }

    @Test
    void aNameThatIsATextToBreakOutDoesNot() throws IOException {
        List<String> names = TEXTS.stream().filter(text -> !text.isEmpty()).toList();
        InMemory.Outcome outcome = compiled("names.json", false, openApi(names, "text"), "-Xdoclint:all,-missing");
        assertThat(outcome.classes().keySet()).noneMatch(name -> name.matches(".*\\.Pwned.*"));
    }

    private static Map<String, String> typeNames(InMemory.Outcome outcome) {
        Map<String, String> byPlace = new TreeMap<>();
        outcome.sources().forEach((name, source) -> {
            var place = java.util.regex.Pattern.compile("Spec: \\S*?#(/components/schemas/[^/\\s]+)\\s")
                    .matcher(source);
            if (place.find() && source.contains("extends JsonObject")) {
                byPlace.put(place.group(1), name);
            }
        });
        return byPlace;
    }

    /** Whether schemas are added, and in which order they stand, is nothing to those whose names do not clash. */
    @Test
    void anotherSchemaRenamesNone() throws IOException {
        List<String> names = new ArrayList<>(List.of("order", "Order2", "line_item", "Customer", "person", "Address"));
        Map<String, String> before = typeNames(compiled("a.json", false, openApi(names, "text")));
        assertThat(before).hasSizeGreaterThan(5);
        for (int seed = 0; seed < 5; seed++) {
            List<String> more = new ArrayList<>(names);
            more.addAll(List.of("Other", "zeta", "Alpha", "line", "Item" + seed));
            Collections.shuffle(more, new Random(seed));
            assertThat(typeNames(compiled("a.json", false, openApi(more, "text"))))
                    .containsAllEntriesOf(before);
        }
    }

    /** A bound operation that is called like a method of the runtime would be taken for it, or not compile. */
    @Test
    void noOperationIsTakenForAMethodOfTheRuntime() throws IOException {
        List<String> methods = Stream.of(EntitySet.class, Singleton.class, Iterable.class, Object.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
        String type = "<EntityType Name=\"E\"><Key><PropertyRef Name=\"Id\"/></Key>"
                + "<Property Name=\"Id\" Type=\"Edm.Int32\" Nullable=\"false\"/></EntityType>";
        InMemory.Outcome outcome = compiled("bound.xml", true, """
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">%s%s
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="NS.E"/><Singleton Name="S" Type="NS.E"/></EntityContainer>
                </Schema></edmx:DataServices></edmx:Edmx>
                """.formatted(
                        type,
                        each(
                                methods,
                                name -> "<Action Name=\"" + name
                                        + "\" IsBound=\"true\"><Parameter Name=\"es\" Type=\"Collection(NS.E)\"/></Action><Function Name=\""
                                        + name
                                        + "\" IsBound=\"true\"><Parameter Name=\"e\" Type=\"NS.E\"/><ReturnType Type=\"Edm.Int32\"/></Function>",
                                "\n")));

        String set = outcome.sources().get("t.api.Es");
        methods.forEach(name -> assertThat(set).doesNotContainPattern("\\b" + name + "\\((Integer key)?\\);"));
    }
}
