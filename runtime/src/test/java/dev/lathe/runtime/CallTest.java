package dev.lathe.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.ParamStyle;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.Scalars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    private final ScriptedTransport transport =
            new ScriptedTransport().otherwise(request -> ScriptedTransport.response(200, "{}"));
    private final ApiClient client = client("https://api.example.com/v1");

    private ApiClient client(String base) {
        return ApiClient.create(
                ClientConfig.builder(URI.create(base)).transport(transport).build(), Profile.NONE);
    }

    private String uri(Call call) {
        return call.request().uri().toString();
    }

    @Test
    void pathsStandBelowTheBaseAddressWhateverItsSlashes() {
        assertThat(uri(client.call("GET", "/traits/"))).isEqualTo("https://api.example.com/v1/traits/");
        assertThat(uri(client.call("GET", "traits"))).isEqualTo("https://api.example.com/v1/traits");
        assertThat(uri(client("https://api.example.com").call("GET", "/traits")))
                .isEqualTo("https://api.example.com/traits");
    }

    @Test
    void pathValuesAreEncodedSoThatTheyFillOnePlaceOnly() {
        assertThat(uri(client.call("GET", "/traits/{sid}/x").path("sid", "a/b?c=1&d#e %ü+;,")))
                .isEqualTo("https://api.example.com/v1/traits/a%2Fb%3Fc%3D1%26d%23e%20%25%C3%BC%2B%3B%2C/x");
        assertThat(uri(client.call("GET", "/traits/ic:{code}").path("code", "..")))
                .as("dots beside other text are harmless")
                .isEqualTo("https://api.example.com/v1/traits/ic:..");
    }

    @Test
    void valuesAreSpelledAsOnTheWire() {
        UUID id = UUID.fromString("00000000-0000-0000-0000-00000000000a");
        assertThat(uri(client.call("GET", "/{a}/{b}/{c}/{d}/{e}/{f}")
                        .path("a", 12L)
                        .path("b", new BigDecimal("1E+3"))
                        .path("c", id)
                        .path("d", LocalDate.of(2024, 5, 31))
                        .path("e", OffsetDateTime.of(2024, 5, 31, 1, 2, 3, 0, ZoneOffset.UTC))
                        .path("f", Instant.ofEpochSecond(0))))
                .isEqualTo("https://api.example.com/v1/12/1000/" + id
                        + "/2024-05-31/2024-05-31T01%3A02%3A03Z/1970-01-01T00%3A00%3A00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aPathValueThatWouldLeadElsewhereIsRefused(String value) {
        Call call = client.call("GET", "/traits/{sid}").path("sid", value);

        assertThatIllegalArgumentException()
                .isThrownBy(call::send)
                .withMessageContaining("'sid'")
                .withMessageContaining("/traits/{sid}");
        assertThat(transport.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "../b", "a/..", "a/./b", "..", "a/%2e%2E/b", "a/.%2e"})
    void aPathValueWithSlashesDoesNotLeadElsewhereEither(String value) {
        Call call = client.call("GET", "/v1/{name}").path("name", value, ParamStyle.SIMPLE, false, true);

        assertThatIllegalArgumentException().isThrownBy(call::send).withMessageContaining("'name'");
    }

    @Test
    void aPathValueMayHoldSlashesWhereThatIsAllowed() {
        assertThat(uri(client.call("GET", "/v1/{name}:pull")
                        .path("name", "projects/p 1/a?b#c%/..", ParamStyle.SIMPLE, false, true)))
                .isEqualTo("https://api.example.com/v1/v1/projects/p%201/a%3Fb%23c%25/..:pull");
        assertThat(uri(client.call("GET", "/v1/{name}")
                        .path("name", "a%2Fb/%c3%BC/100%", ParamStyle.SIMPLE, false, true)))
                .isEqualTo("https://api.example.com/v1/v1/a%2Fb/%c3%BC/100%25");
        assertThat(uri(client.call("GET", "/v1{name}").path("name", List.of("a/b", "c"), ParamStyle.LABEL, true, true)))
                .isEqualTo("https://api.example.com/v1/v1.a/b.c");
        assertThat(uri(client.call("GET", "/v1{name}").path("name", "a/b", ParamStyle.MATRIX, false, true)))
                .isEqualTo("https://api.example.com/v1/v1;name=a/b");
    }

    @Test
    void aMissingPathValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "/traits/{sid}").send())
                .withMessage("The path parameter 'sid' of /traits/{sid} is missing.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "/traits/{sid}").path("sid", null))
                .withMessageContaining("is null");
    }

    @Test
    void anEncodedPathTextStaysAsItIs() {
        assertThat(uri(client.call("GET", "accounts({key})/name").rawPath("key", "name='O%27%27B',id=1")))
                .isEqualTo("https://api.example.com/v1/accounts(name='O%27%27B',id=1)/name");
        String umlauts = "%C3%BC".repeat(20_000);
        assertThat(uri(client.call("GET", "{key}").rawPath("key", umlauts))).endsWith(umlauts);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "accounts({key})").rawPath("key", "a b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "accounts({key})").rawPath("key", "a?b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "accounts({key})").rawPath("key", "100%"))
                .withMessageNotContaining("100");
        for (String half : List.of("%4", "a%G0", "a%4x", "%\uff10\uff10", "\u00e4", "a#b")) {
            assertThatIllegalArgumentException()
                    .as(half)
                    .isThrownBy(() -> client.call("GET", "accounts({key})").rawPath("key", half));
        }
        assertThat(uri(client.call("GET", "{key}").rawPath("key", "a%2Fb%c3"))).endsWith("a%2Fb%c3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "accounts/{key}").rawPath("key", "%2E%2e"))
                .withMessageContaining("lead to another path");
    }

    @Test
    void aTemplateThatIsNotQuiteAnAddressIsRepaired() {
        assertThat(uri(client.call("GET", "/folders/traits /{id}").path("id", 1)))
                .isEqualTo("https://api.example.com/v1/folders/traits%20/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // style | explode | single | list | object, as in the table of OpenAPI 3.1, section 4.8.12.4
                "SIMPLE | false | blue | blue,black | R,100,G,200",
                "SIMPLE | true | blue | blue,black | R=100,G=200",
                "LABEL | false | .blue | .blue,black | .R,100,G,200",
                "LABEL | true | .blue | .blue.black | .R=100.G=200",
                "MATRIX | false | ;color=blue | ;color=blue,black | ;color=R,100,G,200",
                "MATRIX | true | ;color=blue | ;color=blue;color=black | ;R=100;G=200",
            })
    void stylesInThePath(ParamStyle style, boolean explode, String single, String list, String object) {
        assertThat(inPath("blue", style, explode)).isEqualTo(single);
        assertThat(inPath(List.of("blue", "black"), style, explode)).isEqualTo(list);
        assertThat(inPath(rgb(), style, explode)).isEqualTo(object);
    }

    private String inPath(Object value, ParamStyle style, boolean explode) {
        return uri(client.call("GET", "{color}").path("color", value, style, explode))
                .substring("https://api.example.com/v1/".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORM | false | color=blue | color=blue,black | color=R,100,G,200",
                "FORM | true | color=blue | color=blue&color=black | R=100&G=200",
                "SPACE_DELIMITED | false | color=blue | color=blue%20black | color=R%20100%20G%20200",
                "PIPE_DELIMITED | false | color=blue | color=blue%7Cblack | color=R%7C100%7CG%7C200",
                "TAB_DELIMITED | false | color=blue | color=blue%09black | color=R%09100%09G%09200",
                "DEEP_OBJECT | true | color=blue | color%5B%5D=blue&color%5B%5D=black | color%5BR%5D=100&color%5BG%5D=200",
                "JSON | false | color=%22blue%22 | color=%5B%22blue%22%2C%22black%22%5D |"
                        + " color=%7B%22R%22%3A100%2C%22G%22%3A200%7D",
            })
    void stylesInTheQuery(ParamStyle style, boolean explode, String single, String list, String object) {
        assertThat(inQuery("blue", style, explode)).isEqualTo(single);
        assertThat(inQuery(List.of("blue", "black"), style, explode)).isEqualTo(list);
        assertThat(inQuery(rgb(), style, explode)).isEqualTo(object);
    }

    private String inQuery(Object value, ParamStyle style, boolean explode) {
        return client.call("GET", "x")
                .query("color", value, style, explode, false)
                .request()
                .uri()
                .getRawQuery();
    }

    private static Map<String, Integer> rgb() {
        Map<String, Integer> object = new LinkedHashMap<>();
        object.put("R", 100);
        object.put("G", 200);
        return object;
    }

    @Test
    void nestedObjectsAndListsInADeepObject() {
        Object value = JsonValue.parse("{\"a\":{\"b\":[1,2],\"c\":null},\"d e\":\"x&y\"}");

        assertThat(inQuery(value, ParamStyle.DEEP_OBJECT, true))
                .isEqualTo("color%5Ba%5D%5Bb%5D%5B%5D=1&color%5Ba%5D%5Bb%5D%5B%5D=2&color%5Bd%20e%5D=x%26y");
    }

    @Test
    void objectsInAListOfADeepObjectKeepApart() {
        Object value = JsonValue.parse("[{\"price\":\"a\",\"tags\":[\"x\"]},{\"price\":\"b\"}]");

        assertThat(inQuery(value, ParamStyle.DEEP_OBJECT, true)
                        .replace("%5B", "[")
                        .replace("%5D", "]"))
                .isEqualTo("color[0][price]=a&color[0][tags][]=x&color[1][price]=b");
    }

    @Test
    void nullAndEmptyListsAreLeftOutAndALaterValueReplacesAnEarlierOne() {
        assertThat(uri(client.call("GET", "x")
                        .query("a", null)
                        .query("b", List.of())
                        .query("c", 1)
                        .query("c", 2)
                        .query("d", "")))
                .isEqualTo("https://api.example.com/v1/x?c=2&d=");
    }

    @Test
    void reservedCharactersStayWhereTheDocumentAllowsThemButNeverEndTheValue() {
        assertThat(uri(client.call("GET", "x")
                        .query("$filter", "a eq 'b/c' and (d;e)&f=1+1#g[h]", ParamStyle.FORM, true, true)))
                .isEqualTo(
                        "https://api.example.com/v1/x" + "?$filter=a%20eq%20'b/c'%20and%20(d;e)%26f=1%2B1%23g%5Bh%5D");
    }

    @Test
    void parametersOfAllPlacesTravel() {
        Request request = client.call("POST", "x")
                .query("q", true)
                .header("X-List", List.of("a", "b"))
                .header("X-None", null)
                .cookie("session", "1;2")
                .form("name", "a b&c")
                .form("tags", List.of("x", "y"))
                .request();

        assertThat(request.uri()).hasToString("https://api.example.com/v1/x?q=true");
        assertThat(request.headers().first("X-List")).hasValue("a,b");
        assertThat(request.headers().contains("X-None")).isFalse();
        assertThat(request.headers().first("Cookie")).hasValue("session=1%3B2");
        assertThat(request.headers().first("Content-Type")).hasValue("application/x-www-form-urlencoded");
        assertThat(body(request)).isEqualTo("name=a%20b%26c&tags=x&tags=y");
    }

    private static String body(Request request) {
        Body body = request.body();
        try {
            return body == null ? "" : new String(body.open().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "ümlaut"})
    void aHeaderValueThatWouldBreakTheRequestIsRefusedBeforeItGoesOut(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> client.call("GET", "x").header("X-Name", value).send())
                .withMessageContaining("'X-Name'")
                .withMessageNotContaining(value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.with(settings -> settings.header("X-Name", value)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("GET", "x").prefer(value));
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aHeaderOfTheConnectionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.with(settings -> settings.header("Host", "evil.example")))
                .withMessage("The header 'Host' is set by the transport.");
    }

    @Test
    void aJsonBodyIsSentAsUtf8() {
        Request request = client.call("POST", "x").json(Map.of("name", "Grüße")).request();

        assertThat(request.headers().first("Content-Type")).hasValue("application/json");
        assertThat(body(request)).isEqualTo("{\"name\":\"Grüße\"}");
        assertThat(client.call("POST", "x").json(null).request().body()).isNull();
    }

    @Test
    void bodiesOfOtherTypesAreSentAsTheyAre(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "from a file");

        assertThat(body(client.call("POST", "x").body("text/plain", "text").request()))
                .isEqualTo("text");
        assertThat(body(client.call("POST", "x")
                        .body("application/pdf", new byte[] {65})
                        .request()))
                .isEqualTo("A");
        assertThat(body(client.call("POST", "x").body("text/plain", file).request()))
                .isEqualTo("from a file");
        assertThat(body(client.call("POST", "x")
                        .body("text/plain", new ByteArrayInputStream("streamed".getBytes(UTF_8)))
                        .request()))
                .isEqualTo("streamed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call("POST", "x").body("text/plain", folder.resolve("none")))
                .withMessageContaining("none");
    }

    @Test
    void partsOfAMultipartBody(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("da\"ta.csv"), "1,2");

        Request request = client.call("POST", "x")
                .part("meta", Map.of("a", 1), "")
                .part("note", "Grüße", "")
                .part("file", file, "text/csv")
                .part("tag", List.of("x", "y"), "")
                .part("none", null, "")
                .request();

        String type = request.headers().first("Content-Type").orElseThrow();
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = "--" + type.substring(type.indexOf('=') + 1);
        String body = body(request);
        assertThat(body.split(boundary, -1))
                .satisfiesExactly(
                        before -> assertThat(before).isEmpty(),
                        meta -> assertThat(meta)
                                .contains("name=\"meta\"", "Content-Type: application/json", "\r\n\r\n{\"a\":1}\r\n"),
                        note -> assertThat(note).contains("name=\"note\"", "charset=utf-8", "\r\n\r\nGrüße\r\n"),
                        part -> assertThat(part)
                                .contains(
                                        "name=\"file\"; filename=\"da%22ta.csv\"",
                                        "Content-Type: text/csv", "\r\n\r\n1,2\r\n"),
                        tag -> assertThat(tag).endsWith("\r\n\r\nx\r\n"),
                        tag -> assertThat(tag).endsWith("\r\n\r\ny\r\n"),
                        end -> assertThat(end).isEqualTo("--\r\n"));
        assertThat(request.body().length()).isEqualTo(body.getBytes(UTF_8).length);
        assertThat(request.body().isRepeatable()).isTrue();
    }

    @Test
    void anUploadNamesItsFileAndItsType(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cat.png"), "PNG");

        Request request = client.call("POST", "x")
                .part("a", Upload.of(file), "image/*")
                .part("b", Upload.of(file).named("dog.png").type("image/png"), "image/*")
                .part("c", Upload.of("c.txt", new byte[] {65}), "")
                .request();

        assertThat(body(request).split("--lathe-[-0-9a-f]{36}", -1))
                .satisfiesExactly(
                        before -> assertThat(before).isEmpty(),
                        a -> assertThat(a)
                                .contains(
                                        "name=\"a\"; filename=\"cat.png\"", "Content-Type: image/*", "\r\n\r\nPNG\r\n"),
                        b -> assertThat(b)
                                .contains("name=\"b\"; filename=\"dog.png\"", "Content-Type: image/png", "PNG"),
                        c -> assertThat(c).contains("filename=\"c.txt\"", "application/octet-stream", "\r\n\r\nA\r\n"),
                        end -> assertThat(end).isEqualTo("--\r\n"));
        assertThat(request.body().isRepeatable()).isTrue();
    }

    @Test
    void anUploadIsAWholeBodyToo() throws Exception {
        Request request = client.call("POST", "x")
                .body(
                        "application/octet-stream",
                        Upload.of("c.png", new ByteArrayInputStream(new byte[] {65}))
                                .type("image/png"))
                .request();

        assertThat(request.headers().first("Content-Type")).contains("image/png");
        assertThat(body(request)).isEqualTo("A");
        assertThat(request.body().isRepeatable()).isFalse();
        try (Upload upload = Upload.of("b.txt", new byte[] {66, 67})) {
            assertThat(upload.read()).isEqualTo(66);
            assertThat(upload.readAllBytes()).containsExactly(67);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upload.of("c", new byte[0]).type("a\r\nX: y"));
    }

    @Test
    void optionsOfACallerAreParametersLikeOthers() {
        final class Query extends CallOptions {
            Query search(String text) {
                query("search", text);
                return this;
            }

            Query page(Integer page) {
                query("page", page);
                return this;
            }
        }
        Query query = new Query().search("secret text").page(1).page(null);

        assertThat(uri(client.call("GET", "x").options(query)))
                .isEqualTo("https://api.example.com/v1/x?search=secret%20text");
        assertThat(uri(client.call("GET", "x").options(null))).isEqualTo("https://api.example.com/v1/x");
        assertThat(query).hasToString("Query[QUERY search][]");
    }

    @Test
    void settingsOfAViewGoWithEachOfItsCallsAndAddUp() {
        ApiClient view = client.with(settings -> settings.header("X-A", "1")
                        .header("X-B", "1")
                        .query("tag", "a b")
                        .timeout(Duration.ofSeconds(7)))
                .with(settings -> settings.header("x-b", "2"));

        Request request = view.call("GET", "x").header("X-C", 3).request();

        assertThat(request.headers().first("X-A")).hasValue("1");
        assertThat(request.headers().all("X-B")).containsExactly("2");
        assertThat(request.uri()).hasToString("https://api.example.com/v1/x?tag=a%20b");
        assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(client.call("GET", "x").request().headers().contains("X-A")).isFalse();
    }

    @Test
    void settingsThatAreKeptDoNotChangeAViewAfterwards() {
        CallSettings[] kept = new CallSettings[1];
        ApiClient view = client.with(settings -> kept[0] = settings.header("X-A", "1"));

        kept[0].header("X-A", "2");

        assertThat(view.call("GET", "x").request().headers().first("X-A")).hasValue("1");
    }

    @Test
    void aHeaderOfTheCallWinsOverTheViewsAndTheClients() {
        ApiClient all = ApiClient.create(
                ClientConfig.builder(URI.create("https://api.example.com"))
                        .transport(transport)
                        .header("X-A", "client")
                        .userAgent("mine/1")
                        .build(),
                Profile.NONE);

        assertThat(all.call("GET", "x").request().headers().first("X-A")).hasValue("client");
        assertThat(all.call("GET", "x").request().headers().first("User-Agent")).hasValue("mine/1");
        assertThat(all.with(s -> s.header("X-A", "view"))
                        .call("GET", "x")
                        .request()
                        .headers()
                        .all("X-A"))
                .containsExactly("view");
        assertThat(all.with(s -> s.header("X-A", "view"))
                        .call("GET", "x")
                        .header("x-a", "call")
                        .request()
                        .headers()
                        .all("X-A"))
                .containsExactly("call");
    }

    @Test
    void preferencesOfAllSourcesEndUpInOneHeader() {
        Request request = client.with(s -> s.prefer("odata.include-annotations=\"a,b\"", "odata.maxpagesize=10"))
                .call("GET", "x")
                .header("Prefer", "return=representation, respond-async")
                .prefer("odata.maxpagesize=500")
                .request();

        assertThat(request.headers().all("Prefer"))
                .containsExactly("odata.include-annotations=\"a,b\", odata.maxpagesize=500,"
                        + " return=representation, respond-async");
    }

    @Test
    void readingNeedsABodyUnlessNullWillDo() {
        ScriptedTransport empty = new ScriptedTransport().otherwise(request -> ScriptedTransport.response(204, ""));
        ApiClient other = ApiClient.create(
                ClientConfig.builder(URI.create("https://api.example.com"))
                        .transport(empty)
                        .build(),
                Profile.NONE);

        assertThat(other.call("GET", "x").readOrNull(Scalars.STRING)).isNull();
        assertThatThrownBy(() -> other.call("GET", "x").read(Scalars.STRING))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessage("GET x: 204. The answer is empty");
    }

    @Test
    void anAnswerThatIsNotJsonIsAnExceptionThatQuotesNothingOfIt() {
        ScriptedTransport html = new ScriptedTransport()
                .otherwise(request -> ScriptedTransport.response(
                        200, "<html>s3cret</html>", "Content-Type", "text/html; charset=utf-8"));
        ApiClient other = ApiClient.create(
                ClientConfig.builder(URI.create("https://api.example.com"))
                        .transport(html)
                        .build(),
                Profile.NONE);

        assertThatThrownBy(() -> other.call("GET", "/x").read(Scalars.STRING))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("GET /x: 200. The answer cannot be read.")
                .hasMessageContaining("text/html")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void charsetsAndByteOrderMarksOfAnswersAreUnderstood() {
        ScriptedTransport latin = new ScriptedTransport()
                .otherwise(request -> dev.lathe.runtime.http.Response.of(
                        200,
                        dev.lathe.runtime.http.Headers.builder()
                                .set("Content-Type", "application/json; charset=ISO-8859-1")
                                .build(),
                        "\"Grüße\"".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        ScriptedTransport marked =
                new ScriptedTransport().otherwise(request -> ScriptedTransport.response(200, "\ufeff\"Grüße\""));

        for (ScriptedTransport one : List.of(latin, marked)) {
            ApiClient other = ApiClient.create(
                    ClientConfig.builder(URI.create("https://api.example.com"))
                            .transport(one)
                            .build(),
                    Profile.NONE);
            assertThat(other.call("GET", "x").read(Scalars.STRING)).isEqualTo("Grüße");
        }
        assertThat(ApiClient.create(
                                ClientConfig.builder(URI.create("https://api.example.com"))
                                        .transport(marked)
                                        .build(),
                                Profile.NONE)
                        .call("GET", "x")
                        .text())
                .isEqualTo("\"Grüße\"");
    }

    @Test
    void nothingOfACallsValuesIsInItsText() {
        Call call = client.call("GET", "/traits/{sid}").path("sid", "s3cret").query("q", "s3cret");

        assertThat(call).hasToString("GET /traits/{sid}");
        assertThat(call.request()).hasToString("GET /traits/{sid}");
        assertThat(client).hasToString("ApiClient[https://api.example.com/v1/, none]");
        assertThat(ClientConfig.builder(URI.create("https://a.example"))
                        .credentials(Credentials.bearer("s3cret"))
                        .build()
                        .toString())
                .doesNotContain("s3cret");
    }
}
