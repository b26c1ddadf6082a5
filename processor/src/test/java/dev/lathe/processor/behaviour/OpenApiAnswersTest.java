package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients make of the answers that an OpenAPI document describes: statuses, headers, errors, streams. */
class OpenApiAnswersTest {

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    /** A document with one operation {@code get /x}, of which these are the responses. */
    private static String api(String responses) {
        return """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    get:
                      tags: [x]
                      operationId: ask
                      responses:
                %s
                components:
                  schemas:
                    Pet: {type: object, properties: {name: {type: string}}}
                    Job: {type: object, properties: {id: {type: integer}}}
                    Problem: {type: object, properties: {reason: {type: string}, retry: {type: boolean}}}
                """.formatted(responses.indent(8).stripTrailing());
    }

    private static final String SEVERAL = """
            '200': {description: there, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            '202': {description: later, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
            '203': {description: many, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
            '204': {description: none}
            """;

    @Test
    void answersOfSeveralTypesAreToldByTheirStatus() throws Exception {
        // Both bodies would do for either type: the status is what counts.
        service.answers(200, "{\"id\":1}").answers(202, "{\"name\":\"n\"}").answers(203, "[{\"name\":\"a\"}]");
        service.answers(204, "", "").answers(206, "{\"id\":7}");
        Object seen = Client.openApi(folder, api(SEVERAL), """
                List<Object> seen = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    AskResult result = api.x().ask();
                    if (result instanceof Pet pet) {
                        seen.add("pet " + pet.getName());
                    } else if (result instanceof Job job) {
                        seen.add("job " + job.getId());
                    } else if (result instanceof AskResult.OfList list) {
                        seen.add("list " + list.value().get(0).getName());
                    } else {
                        seen.add(String.valueOf(result));
                    }
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("pet null", "job null", "list a", "null", "job 7"));
    }

    @Test
    void statusAndTypedHeadersComeWithTheAnswer() throws Exception {
        service.answers(200, "{\"name\":\"n\"}", Map.of("X-Left", "41", "X-Tags", "a, b", "X-Note", "12"))
                .answers(200, "{}");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  headers:
                    X-Left: {description: calls that are left, schema: {type: integer, format: int32}}
                    X-Tags: {schema: {type: array, items: {type: string}}}
                    X-Note: {schema: {type: string}}
                    X-Until: {schema: {type: string, format: date}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                """), """
                Answer<Pet> answer = api.withResponse(a -> a.x().ask());
                Integer left = X.X_LEFT.from(answer.headers());
                List<String> tags = X.X_TAGS.from(answer.headers());
                String note = X.X_NOTE.from(answer.headers());
                java.time.LocalDate until = X.X_UNTIL.from(answer.headers());
                api.x().ask();
                return List.of(answer.value().getName(), answer.status(), left, tags, note, String.valueOf(until));
                """).run(service.base());

        assertThat(seen).isEqualTo(List.of("n", 200, 41, List.of("a", "b"), "12", "null"));
    }

    @Test
    void headersThatAreObjectsAreReadInBothNotations() throws Exception {
        service.answers(
                200, "{}", Map.of("X-Simple", "name, a ,left,3", "X-Exploded", "name=b=c,left=4", "X-Map", "k,5"));
        Object seen = Client.openApi(
                        folder,
                        api("""
                '200':
                  description: there
                  headers:
                    X-Simple: {schema: {$ref: '#/components/schemas/Rate'}}
                    X-Exploded: {explode: true, schema: {$ref: '#/components/schemas/Rate'}}
                    X-Map: {schema: {type: object, additionalProperties: {type: integer}}}
                    X-Other: {schema: {$ref: '#/components/schemas/Rate'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                """)
                                + "    Rate: {type: object, properties: {name: {type: string}, left: {type: integer}}}\n",
                        """
                var headers = api.withResponse(a -> a.x().ask()).headers();
                Rate simple = X.X_SIMPLE.from(headers);
                Rate exploded = X.X_EXPLODED.from(headers);
                Map<String, Long> map = X.X_MAP.from(headers);
                return simple.getName() + simple.getLeft() + " " + exploded.getName() + exploded.getLeft() + " " + map
                        + X.X_OTHER.from(headers);
                """)
                .run(service.base());

        assertThat(seen).isEqualTo("a3 b=c4 {k=5}null");
    }

    @Test
    void whatTheDocumentDoesNotDescribeComesWithTheAnswer() throws Exception {
        service.answers(200, "{\"left\":[1,2]}").answers(204, "", "");
        Object seen =
                Client.openApi(folder, api("'200': {description: there}"), """
                List<Object> seen = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    Answer<?> answer = api.withResponse(a -> {
                        a.x().ask();
                        return null;
                    });
                    seen.add(answer.json() + " " + answer.bytes().length);
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("{\"left\":[1,2]} 14", "null 0"));
    }

    @Test
    void anObjectThatIsDescribedForBytesOnlyCanBeReadAsJsonToo() throws Exception {
        service.answers(200, "application/octet-stream", "{\"a\":1}")
                .answers(200, "application/octet-stream", "{\"a\":2}");
        Object seen = Client.openApi(folder, api("""
                '200': {description: there, content: {application/octet-stream: {schema: {type: object, properties: {a: {type: integer}}}}}}
                """), """
                try (var stream = api.x().ask()) {
                    return List.of(new String(stream.readAllBytes()), api.x().askAsJson().getA());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""").run(service.base());

        assertThat(seen).isEqualTo(List.of("{\"a\":1}", 2L));
        assertThat(service.asked()).allMatch(asked -> asked.header("Accept").equals("application/octet-stream"));
    }

    @Test
    void bytesAndTextAreAskedForByTheirTypesAndRanges() throws Exception {
        service.answers(200, "image/png", "p")
                .answers(200, "image/png", "p")
                .answers(200, "image/png", "p")
                .answers(200, "text/csv", "p");
        String asking = "api.x().ask(); return null;";
        for (String content : List.of(
                "'*/*': {schema: {type: string, format: binary}}",
                "image/*: {}",
                "application/pdf: {}, image/png: {schema: {type: string, format: binary}}",
                "text/*: {}")) {
            Client.openApi(folder, api("'200': {description: ok, content: {" + content + "}}"), asking)
                    .run(service.base());
        }

        assertThat(service.asked())
                .extracting(asked -> asked.header("Accept"))
                .containsExactly("*/*", "image/*", "application/pdf, image/png", "text/*");
    }

    @Test
    void aStreamIsHandedOutByTheCallAndNotByItsAnswer() throws Exception {
        service.answers(200, "application/octet-stream", "abc");
        Object seen = Client.openApi(folder, api("""
                '200': {description: there, content: {application/octet-stream: {}}}
                """), """
                Answer<java.io.InputStream> answer = api.withResponse(a -> a.x().ask());
                try (var stream = answer.value()) {
                    stream.mark(0);
                    answer.bytes();
                    return null;
                } catch (IllegalStateException e) {
                    return e.getMessage();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""").run(service.base());

        assertThat(seen).isEqualTo("The answer is a stream, which the call itself hands out.");
    }

    @Test
    void theBodyOfAnErrorIsReadAsTheTypeThatIsDescribed() throws Exception {
        service.answers(404, "{\"reason\":\"gone\",\"retry\":false}").answers(500, "text/html", "<h1>Bad gateway</h1>");
        Object seen = Client.openApi(folder, api("""
                '200': {description: there, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '404':
                  description: gone
                  headers: {X-Reason: {schema: {type: string}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
                default: {description: else, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                """), """
                List<Object> seen = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    try {
                        api.with(s -> s.timeout(java.time.Duration.ofSeconds(60))).x().ask();
                    } catch (dev.lathe.runtime.error.ApiException e) {
                        seen.add(e.status() + " " + e.body(Problem.TYPE).map(Problem::getReason).orElse("not told"));
                    }
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("404 gone", "500 not told"));
    }

    @Test
    void linesOfJsonAreReadAsTheyArrive() throws Exception {
        for (String type : List.of("application/x-ndjson", "application/jsonl", "application/json-seq")) {
            String separator = type.endsWith("seq") ? "\u001e" : "";
            service.streams(type, separator + "{\"name\":\"a\"}\n" + separator + "{\"name\":\"b\"}\n");
            Object seen = Client.openApi(folder, api("""
                    '200': {description: there, content: {%s: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    """.formatted(type)), """
                    List<String> seen = new ArrayList<>();
                    try (ItemStream<Pet> pets = api.x().ask()) {
                        Iterator<Pet> all = pets.iterator();
                        seen.add(all.next().getName());
                        seen.add(all.next().getName());
                    }
                    return seen;""").run(service.base());

            assertThat(seen).as(type).isEqualTo(List.of("a", "b"));
            assertThat(service.asked().get(service.asked().size() - 1).header("Accept"))
                    .isEqualTo(type);
            service.forget();
        }
    }

    @Test
    void anItemThatIsBrokenEndsTheStreamWithAClearException() throws Exception {
        service.answers(200, "application/jsonl", "{\"name\":\"a\"}\n{\"name\":");
        Object seen = Client.openApi(folder, api("""
                '200': {description: there, content: {application/jsonl: {schema: {$ref: '#/components/schemas/Pet'}}}}
                """), """
                List<String> seen = new ArrayList<>();
                try (ItemStream<Pet> pets = api.x().ask()) {
                    pets.forEach(pet -> seen.add(pet.getName()));
                } catch (dev.lathe.runtime.error.InvalidResponseException e) {
                    seen.add(e.getMessage());
                }
                return seen;""").run(service.base());

        assertThat((List<?>) seen).first().isEqualTo("a");
        assertThat(((List<?>) seen).get(1).toString()).startsWith("GET /x: 200. An item of the answer cannot be read.");
    }

    @Test
    void serverSentEventsAreReadAsTheyArrive() throws Exception {
        service.streams(
                "text/event-stream",
                "\uFEFF: hello\n\n" + "event: tick\r\nid: 7\r\ndata: {\"name\":\r\ndata: \"a\"}\r\n\r\n"
                        + "data:{\"name\":\"b\"}\n\n" + "retry: 10\nevent\n\n" + "data: [DONE]\n\n"
                        + "data: {\"name\":\"never ended\"}\n");
        Object seen = Client.openApi(folder, api("""
                '200': {description: there, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}}}
                """), """
                List<String> seen = new ArrayList<>();
                try (ItemStream<ServerSentEvent<Pet>> events = api.x().ask()) {
                    for (ServerSentEvent<Pet> event : events) {
                        if (event.text().equals("[DONE]")) {
                            break;
                        }
                        seen.add(event.event() + " " + event.id() + " " + event.data().getName());
                    }
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("tick 7 a", "message 7 b"));
        assertThat(service.only().header("Accept")).isEqualTo("text/event-stream");
    }

    @Test
    void aRequestInSeveralFormsHasAMethodForEach() throws Exception {
        service.answers(204, "", "").answers(204, "", "").answers(204, "", "").answers(204, "", "");
        Client.openApi(folder, """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    post:
                      tags: [x]
                      operationId: put
                      requestBody:
                        required: true
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                          application/merge-patch+json: {schema: {$ref: '#/components/schemas/Pet'}}
                          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
                          text/plain: {schema: {type: string}}
                          multipart/form-data: {schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}}}}
                      responses: {'204': {description: done}}
                components:
                  schemas:
                    Pet: {type: object, properties: {name: {type: string}}}
                """, """
                api.x().put(new Pet().setName("n"));
                api.with(s -> s.header("Content-Type", "application/merge-patch+json")).x().put(new Pet().setName("n"));
                api.x().putAsText("just text");
                api.x().putAsMultipart(new java.io.ByteArrayInputStream(new byte[] {65}));
                return null;""").run(service.base());

        assertThat(service.asked())
                .extracting(asked -> asked.header("Content-type").replaceFirst("boundary=.*", ""))
                .containsExactly(
                        "application/json", "application/merge-patch+json", "text/plain", "multipart/form-data; ");
        assertThat(service.asked().get(1).body()).isEqualTo("{\"name\":\"n\"}");
        assertThat(service.asked().get(2).body()).isEqualTo("just text");
        assertThat(service.asked().get(3).body()).contains("name=\"photo\"").contains("\r\n\r\nA\r\n");
    }

    @Test
    void anAnswerInSeveralFormsHasAMethodForEach() throws Exception {
        service.answers(200, "{\"name\":\"n\"}")
                .answers(200, "text/event-stream", "data: {\"id\":1}\n\n")
                .answers(200, "text/csv", "a;b")
                .answers(200, "application/pdf", "%PDF");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                    text/event-stream: {schema: {$ref: '#/components/schemas/Job'}}
                    text/csv: {schema: {type: string}}
                    application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/pdf: {schema: {type: string, format: binary}}
                """), """
                List<Object> seen = new ArrayList<>();
                seen.add(api.x().ask().getName());
                try (ItemStream<ServerSentEvent<Job>> jobs = api.x().askAsStream()) {
                    jobs.forEach(job -> seen.add(job.data().getId()));
                }
                seen.add(api.x().askAsText());
                try (java.io.InputStream bytes = api.x().askAsBytes()) {
                    seen.add(new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("n", 1L, "a;b", "%PDF"));
        assertThat(service.asked())
                .extracting(asked -> asked.header("Accept"))
                .containsExactly("application/json", "text/event-stream", "text/csv", "application/pdf");
    }

    @Test
    void anotherNotationOfTheSameObjectIsNoMethodOfItsOwn() throws Exception {
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    text/plain: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/yaml: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/vnd.acme.protobuf: {schema: {$ref: '#/components/schemas/Pet'}}
                    text/csv: {schema: {$ref: '#/components/schemas/Pet'}}
                """), """
                List<String> names = new ArrayList<>();
                for (java.lang.reflect.Method method : X.class.getMethods()) {
                    names.add(method.getName());
                }
                Collections.sort(names);
                return names;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("ask", "askAsText"));
    }

    @Test
    void xmlOfASchemaOfItsOwnBesideJsonIsText() throws Exception {
        service.answers(200, "application/xml", "<pay/>");
        Object seen =
                Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    application/xml: {schema: {type: string}}
                    text/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                """), "return api.x().askAsText();").run(service.base());

        assertThat(seen).isEqualTo("<pay/>");
        assertThat(service.only().header("Accept")).startsWith("application/xml");
    }

    @Test
    void textsOfSeveralTypesHaveAMethodEach() throws Exception {
        service.answers(200, "text/html", "<b>a</b>").answers(200, "text/csv", "a;b");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    text/html: {schema: {type: string}}
                    text/csv: {schema: {type: string}}
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                """), "return api.x().askAsText() + api.x().askAsCsv();")
                .run(service.base());

        assertThat(seen).isEqualTo("<b>a</b>a;b");
        assertThat(service.asked())
                .extracting(asked -> asked.header("Accept"))
                .containsExactly("text/html", "text/csv");
    }

    @Test
    void anAnswerOfAnyJsonMayBeNull() throws Exception {
        service.answers(200, "application/json", "null");
        Object seen = Client.openApi(
                        folder,
                        api("'200': {description: ok, content: {application/json: {schema: {}}}}"),
                        "return api.x().ask().isNull();")
                .run(service.base());

        assertThat(seen).isEqualTo(true);
    }

    @Test
    void plainTextBesideATextInJsonIsAMethodOfItsOwn() throws Exception {
        service.answers(200, "\"a\"").answers(200, "text/plain", "\"a\"");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    text/plain: {schema: {type: string}}
                    application/json: {schema: {type: string}}
                """), "return api.x().ask() + api.x().askAsText();")
                .run(service.base());

        assertThat(seen).isEqualTo("a\"a\"");
    }

    @Test
    void allFormsOfACallTakeTheSameOptions() throws Exception {
        service.answers(200, "{}").answers(200, "text/csv", "a;b");
        Client.openApi(folder, """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    get:
                      tags: [x]
                      operationId: ask
                      parameters: [{name: q, in: query, schema: {type: string}}]
                      responses: {'200': {description: there, content: {application/json: {}, text/csv: {}}}}
                """, """
                java.util.function.Consumer<XAskOptions> options = o -> o.q("1");
                api.x().ask(options);
                return api.x().askAsText(options);""").run(service.base());

        assertThat(service.asked()).extracting(Service.Asked::target).containsExactly("/api/x?q=1", "/api/x?q=1");
    }

    @Test
    void anAnswerThatMayBeNullIsNull() throws Exception {
        for (String schema : List.of(
                "{type: [integer, 'null']}",
                "{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}",
                "{type: [array, 'null'], items: {type: string}}")) {
            service.answers(200, "null");
            Object seen = Client.openApi(
                            folder,
                            api("'200': {description: ok, content: {application/json: {schema: " + schema + "}}}"),
                            "return api.x().ask() == null;")
                    .run(service.base());

            assertThat(seen).as(schema).isEqualTo(true);
        }
    }

    @Test
    void defaultAloneDescribesTheAnswerToo() throws Exception {
        service.answers(200, "{\"name\":\"n\"}").answers(204, "", "").answers(500, "{\"name\":\"e\"}");
        Object seen = Client.openApi(folder, api("""
                '404': {description: none}
                default: {description: there, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                """), """
                List<Object> seen = new ArrayList<>();
                Pet pet = api.x().ask();
                seen.add(pet.getName());
                seen.add(String.valueOf(api.x().ask()));
                try {
                    api.x().ask();
                } catch (dev.lathe.runtime.error.ApiException e) {
                    seen.add(e.body(Pet.TYPE).orElseThrow().getName());
                }
                return seen;""").run(service.base());

        assertThat(seen).isEqualTo(List.of("n", "null", "e"));
    }

    @Test
    void kindsOfJsonWithTypesOfTheirOwnHaveMethodsOfTheirOwn() throws Exception {
        service.answers(200, "application/hal+json", "{\"name\":\"n\"}")
                .answers(200, "application/vnd.jobs+json; v=2", "{\"id\":3}");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    application/hal+json: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/hal-forms+json: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/vnd.jobs+json; v=2: {schema: {$ref: '#/components/schemas/Job'}}
                """), """
                return List.of(api.x().ask().getName(), api.x().askAsVndJobsV2().getId());""").run(service.base());

        assertThat(seen).isEqualTo(List.of("n", 3L));
        assertThat(service.asked())
                .extracting(asked -> asked.header("Accept"))
                .containsExactly("application/hal+json", "application/vnd.jobs+json; v=2");
    }

    @Test
    void answersThatAreFormsAreHandedOverAsTheyAre() throws Exception {
        service.answers(200, "application/x-www-form-urlencoded", "name=n").answers(200, "multipart/mixed", "--b");
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  content:
                    application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
                    multipart/mixed: {schema: {$ref: '#/components/schemas/Pet'}}
                """), """
                String form = api.x().ask();
                try (java.io.InputStream bytes = api.x().askAsBytes()) {
                    return form + new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""").run(service.base());

        assertThat(seen).isEqualTo("name=n--b");
    }

    @Test
    void headHasNoBodyWhateverIsDescribed() throws Exception {
        service.answers(200, "");
        Client.openApi(
                        folder,
                        api("'200': {description: there, content: {application/json: {schema: {type: string}}}}")
                                .replace("    get:", "    head:"),
                        "api.x().ask();\nreturn null;")
                .run(service.base());

        assertThat(service.only().method()).isEqualTo("HEAD");
    }

    @Test
    void deprecatedHeadersAndTypesCompileWithoutAWarning() throws Exception {
        service.answers(200, "{\"name\":\"n\"}", Map.of("X-Old", "a"));
        Object seen = Client.openApi(folder, api("""
                '200':
                  description: there
                  headers: {X-Old: {deprecated: true, schema: {$ref: '#/components/schemas/Old'}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                """) + "    Old: {type: string, deprecated: true, enum: [a]}\n", """
                return api.x().ask().getName();""")
                .run(service.base());

        assertThat(seen).isEqualTo("n");
    }
}
