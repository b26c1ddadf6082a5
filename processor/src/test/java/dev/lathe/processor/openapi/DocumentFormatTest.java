package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is turned away, or taken, before a document is read as OpenAPI. */
class DocumentFormatTest {

    private static final String SOUND =
            "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{}}";

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t\n", "# nothing but a comment\n", "---\n"})
    void emptyDocumentIsRefused(String document) {
        Reading.of(document).refused("empty-document");
    }

    @Test
    void jsonThatEndsTooEarlyIsRefusedWithItsLastPlace() {
        Problem problem = Reading.of("{\"openapi\": \"3.0.3\",\n \"info\": {\"title\": \"T")
                .refused("not-well-formed");
        assertThat(problem.message()).isEqualTo("The JSON ends in the middle of a value.");
        assertThat(problem.at().line()).isEqualTo(2);
        assertThat(problem.at().column()).isGreaterThan(10);
    }

    @Test
    void brokenYamlIsRefusedWithLineAndColumn() {
        Problem problem =
                Reading.of("openapi: 3.0.3\ninfo: {title: T\npaths: {}\n").refused("not-well-formed");
        assertThat(problem.at().line()).isEqualTo(3);
        assertThat(problem.message()).startsWith("The YAML is not well-formed: while parsing a flow mapping");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirPlace() {
        byte[] latin1 = "openapi: 3.0.3\ninfo: {title: caf\u00e9}\n".getBytes(StandardCharsets.ISO_8859_1);
        Problem problem = Reading.of(latin1).refused("not-utf8");
        assertThat(problem.at().line()).isEqualTo(2);
        assertThat(problem.at().column()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?>\n<edmx:Edmx Version='4.0' xmlns:edmx='urn:x'/>",
                "<Schema Namespace='x'/>",
                "{\"$Version\": \"4.01\", \"x\": {}}"
            })
    void csdlIsSentToTheOtherAnnotation(String document) {
        Problem problem = Reading.of(document).refused("wrong-document");
        assertThat(problem.hints().toString()).contains("@ODataClient");
    }

    @Test
    void htmlIsRefusedAsWhatItIs() {
        Problem problem =
                Reading.of("<!DOCTYPE html>\n<html><body>Sign in</body></html>").refused("not-openapi");
        assertThat(problem.message()).contains("HTML");
    }

    @Test
    void asyncApiIsRefusedAsWhatItIs() {
        assertThat(Reading.of("asyncapi: 2.6.0\ninfo: {title: T}\n")
                        .refused("not-openapi")
                        .message())
                .contains("AsyncAPI");
    }

    @Test
    void postmanCollectionIsRefusedAsWhatItIs() {
        String postman = "{\"info\":{\"_postman_id\":\"1\",\"name\":\"x\"},\"item\":[]}";
        assertThat(Reading.of(postman).refused("not-openapi").message()).contains("Postman");
    }

    @Test
    void misspelledVersionKeyIsHintedAt() {
        Problem problem =
                Reading.of("opanapi: 3.0.3\ninfo: {title: T}\npaths: {}\n").refused("not-openapi");
        assertThat(problem.hints()).containsExactly("did you mean 'openapi'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "just text", "42"})
    void rootThatIsNoObjectIsRefused(String document) {
        Reading.of(document).refused("not-openapi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"swaggerVersion: '1.2'", "swagger: '1.2'", "openapi: 4.0.0", "openapi: 3.3.0", "openapi: x"})
    void versionThatIsNotReadIsNamed(String document) {
        Problem problem = Reading.of(document).refused("unsupported-version");
        assertThat(problem.hints()).containsExactly("supported are OpenAPI 2.0, 3.0 and 3.1");
    }

    @Test
    void version32IsReadAs31WithAWarning() {
        Reading reading = Reading.of("openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {}\n");
        assertThat(reading.warned("unsupported-version").at().pointer()).isEqualTo("/openapi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger: 2.0", "swagger: '2.0'", "openapi: 3.0.0", "openapi: 3.1.1", "openapi: 3.1"})
    void versionsAreTakenAsTextOrNumber(String version) {
        Reading.of(version + "\ninfo: {title: T, version: 1}\npaths: {}\n")
                .clean()
                .get();
    }

    @Test
    void keyThatStandsTwiceIsReportedWithItsPlace() {
        Reading reading = Reading.paths("""
                /a:
                  get: {operationId: first, responses: {'200': {description: ok}}}
                /a:
                  get: {operationId: second, responses: {'200': {description: ok}}}
                """);
        Problem problem = reading.warned("duplicate-key");
        assertThat(problem.at().pointer()).isEqualTo("/paths/~1a");
        assertThat(problem.at().line()).isEqualTo(6);
    }

    @Test
    void keyThatStandsTwiceIsReportedInJsonToo() {
        String json = SOUND.replace("\"paths\":{}", "\"paths\":{},\"paths\":{}");
        assertThat(Reading.of(json).warned("duplicate-key").at().pointer()).isEqualTo("/paths");
    }

    @Test
    void aliasesAreFollowed() {
        Reading reading = Reading.schemas("""
                A: &a
                  type: object
                  properties: {x: {type: string}}
                B: *a
                C: {<<: *a, description: merged}
                """);
        assertThat(reading.clean().properties("B")).containsKey("x");
        assertThat(reading.properties("C")).containsKey("x");
        assertThat(reading.object("C").docs().text()).isEqualTo("merged");
    }

    @Test
    void aliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("openapi: 3.0.3\nx0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("x").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        Reading.of(bomb.toString()).refused("too-many-aliases");
    }

    @Test
    void aliasWithinItsAnchorIsRefused() {
        Reading.schemas("A: &a {properties: {next: *a}}").refused("recursive-alias");
    }

    @Test
    void aliasWithoutAnAnchorIsRefused() {
        Reading.schemas("A: *nowhere").refused("not-well-formed");
    }

    @Test
    void tagThatAsksForAnObjectIsRefused() {
        Problem problem = Reading.of("openapi: 3.0.3\ninfo: !!java.net.URL ['http://127.0.0.1:9/']\n")
                .refused("yaml-tag");
        assertThat(problem.at().line()).isEqualTo(2);
    }

    @Test
    void keyThatIsNoTextIsRefused() {
        Reading.of("openapi: 3.0.3\n? [a, b]\n: c\n").refused("yaml-key");
    }

    @Test
    void deepNestingIsRefusedWithoutOverflow() {
        Reading.of("{\"openapi\":\"3.0.3\",\"x-a\":" + "[".repeat(100_000)).refused("too-deep");
        Reading.of("openapi: 3.0.3\nx-a: " + "[".repeat(100_000)).refused("too-deep");
    }

    @Test
    void hugeNumberOfValuesIsRefused() {
        Reading.of("{\"openapi\":\"3.0.3\",\"x-a\":[" + "1,".repeat(TreeBuilder.MAX_VALUES) + "1]}")
                .refused("too-large");
    }

    @Test
    void hugeFileIsRefused() {
        Reading.of(new byte[SpecText.MAX_BYTES + 1]).refused("too-large");
    }

    @Test
    void hugeLineIsRefusedAtOnce() {
        Problem problem =
                Reading.of("openapi: 3.0.3\nx: " + "a".repeat(10_000_000)).refused("too-large");
        assertThat(problem.at().line()).isEqualTo(2);
    }

    @Test
    void brokenJsonOfOneLongLineIsStillCalledBrokenJson() {
        Reading.of("{\"openapi\":\"3.0.3\",\"x-a\":[" + "1,".repeat(600_000)).refused("not-well-formed");
    }

    @Test
    void secondYamlDocumentIsReported() {
        Reading reading = Reading.of("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n---\nmore: true\n");
        assertThat(reading.warned("several-documents").at().line()).isEqualTo(4);
    }

    @Test
    void byteOrderMarksAreSkipped() {
        Reading.of("\uFEFF" + SOUND).clean().get();
        ByteArrayOutputStream utf16 = new ByteArrayOutputStream();
        utf16.writeBytes(new byte[] {(byte) 0xFE, (byte) 0xFF});
        utf16.writeBytes(SOUND.getBytes(StandardCharsets.UTF_16BE));
        Reading.of(utf16.toByteArray()).clean().get();
    }

    @Test
    void jsonMayBeIndentedWithTabs() {
        Reading.of(SOUND.replace(",", ",\n\t")).clean().get();
    }

    @Test
    void yamlMayStartWithABrace() {
        Reading.of("{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {}}")
                .clean()
                .get();
    }

    @Test
    void plainScalarsFollowYaml12() {
        Reading reading = Reading.schemas("""
                Answer: {type: string, enum: [yes, no, on, off, 2024-05-31, 012]}
                """);
        assertThat(reading.clean().values("Answer")).containsExactly("yes", "no", "on", "off", "2024-05-31", "12");
    }

    @Test
    void infoIsRead() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: Shop, version: 1.10, description: All of it., x-lathe-name: Store}
                x-lathe-profile: acme
                servers:
                  - {url: 'https://{region}.example.test/{base}', description: live, variables: {region: {default: eu}, base: {default: v1}}}
                paths: {}
                """);
        var info = reading.clean().get().info();
        assertThat(info.format()).isEqualTo("OpenAPI 3.0.3");
        assertThat(info.title()).isEqualTo("Shop");
        assertThat(info.version()).isEqualTo("1.10");
        assertThat(info.clientName()).isEqualTo("Store");
        assertThat(info.profile()).isEqualTo("acme");
        assertThat(info.docs().text()).isEqualTo("All of it.");
        assertThat(info.servers()).extracting("url").containsExactly("https://eu.example.test/v1");
    }
}
