package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls: what they are named, how they are grouped, where they go. */
class OperationsTest {

    private static final String OK = "responses: {'204': {description: ok}}";

    @Test
    void operationHasWhatTheDocumentSays() {
        Reading reading = Reading.paths("""
                /pets/{id}:
                  get:
                    operationId: getPet
                    summary: Get a pet.
                    description: By its number.
                    deprecated: true
                    x-lathe-name: get
                    x-lathe-deprecated-reason: see listPets
                    x-lathe-confidence: client
                    tags: [Pets, other]
                    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                    responses: {'200': {description: ok}}
                """);
        HttpOperation operation = reading.clean().operation("getPet");
        assertThat(operation.name()).isEqualTo("get");
        assertThat(operation.method()).isEqualTo("GET");
        assertThat(operation.path()).isEqualTo("/pets/{id}");
        assertThat(operation.docs().text())
                .isEqualTo("Get a pet.\n\nBy its number.\n\nNot documented by the vendor; seen in public clients.");
        assertThat(operation.docs().deprecated()).isTrue();
        assertThat(operation.docs().deprecation()).isEqualTo("see listPets");
        assertThat(operation.at().pointer()).isEqualTo("/paths/~1pets~1{id}/get");
        assertThat(reading.get().resources()).extracting(Resource::name).containsExactly("Pets");
    }

    @Test
    void tagsAreDescribedInTheDocument() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                tags: [{name: Pets, description: All of them.}]
                paths: {/a: {get: {operationId: a, tags: [Pets], %s}}, /b: {get: {operationId: b, tags: [Pets], %s}}}
                """.formatted(OK, OK));
        Resource resource = reading.clean().get().resources().get(0);
        assertThat(resource.docs().text()).isEqualTo("All of them.");
        assertThat(resource.at().pointer()).isEqualTo("/tags/0");
        assertThat(((Resource.Tagged) resource).operations()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/pets/{id}, pets", "/{id}/pets, pets", "/v1/pets, pets", "/v2.1, v2.1", "/, root", "/{id}, root"})
    void withoutATagThePathNamesTheResource(String path, String resource) {
        Reading reading = Reading.paths(
                "'" + path + "': {parameters: [{name: id, in: query, schema: {type: string}}], get: {" + OK + "}}");
        assertThat(reading.get().resources()).extracting(Resource::name).containsExactly(resource);
    }

    @ParameterizedTest
    @CsvSource({
        "/pets/{petId}, getPetsByPetId",
        "/pets/{pet-id}/toys, getPetsByPetIdToys",
        "/, get",
        "/a.b/c_d, getABCD",
        "'/a/{x},{y}', getAByXByY"
    })
    void withoutAnIdMethodAndPathMakeOne(String path, String id) {
        assertThat(Places.operationId("get", path)).isEqualTo(id);
    }

    @Test
    void missingAndOddIdsAreMadeSilently() {
        Reading reading = Reading.paths(
                "/pets: {get: {" + OK + "}, post: {operationId: '', " + OK + "}, put: {operationId: '1', " + OK + "}}");
        assertThat(reading.clean().operations())
                .extracting(HttpOperation::id)
                .containsExactly("getPets", "postPets", "putPets");
    }

    @ParameterizedTest
    @CsvSource({
        "droplets, droplets_list, list",
        "Block Storage, blockStorage/list-all, list-all",
        "admin.apps, admin_apps_approve, approve",
        "pets, pet.get, get",
        "pet, pets-list, list",
        "users, users.messages.send, messages.send",
        "users, usersList, usersList",
        "users, users, users",
        "list, lists_2fa, lists_2fa",
        "rules, rules.import, rules.import",
        "rules, rules.notify, rules.notify",
        "users, get_users, get_users"
    })
    void whatTheResourceIsCalledIsNoPartOfAName(String tag, String id, String name) {
        Reading reading = Reading.paths("/a: {get: {tags: ['%s'], operationId: %s, %s}}".formatted(tag, id, OK));
        assertThat(reading.clean().operation(id).name()).isEqualTo(name);
    }

    @Test
    void theServiceThatAllIdsBeginWithIsNoPartOfANameEither() {
        Reading reading = Reading.paths("""
                /a: {get: {tags: [drives], operationId: drive.drives.get, responses: {'204': {description: ok}}}}
                /b: {get: {tags: [files], operationId: drive.files.get, responses: {'204': {description: ok}}}}
                /c: {get: {tags: [other], operationId: drive.changes, responses: {'204': {description: ok}}}}
                """);
        assertThat(reading.clean().operations())
                .extracting(HttpOperation::name)
                .containsExactly("get", "get", "drive.changes");
    }

    @Test
    void namesThatWouldMeetStayWhole() {
        Reading reading = Reading.paths("""
                /a: {get: {tags: [pets], operationId: pets.list, responses: {'204': {description: ok}}}}
                /b: {get: {tags: [pets], operationId: list, responses: {'204': {description: ok}}}}
                /c: {get: {tags: [pets], operationId: pets_get, responses: {'204': {description: ok}}}}
                /d: {get: {tags: [pets], operationId: other, x-lathe-name: get, responses: {'204': {description: ok}}}}
                /e: {get: {tags: [pets], operationId: pets_find, x-lathe-name: pets_find, responses: {'204': {description: ok}}}}
                """);
        assertThat(reading.clean().operations())
                .extracting(HttpOperation::name)
                .containsExactly("pets.list", "list", "pets_get", "get", "pets_find");
    }

    @Test
    void duplicateIdGoesToTheFirst() {
        Reading reading = Reading.paths("""
                /a: {get: {operationId: same, responses: {'204': {description: ok}}}}
                /b: {get: {operationId: same, responses: {'204': {description: ok}}}}
                """);
        Problem problem = reading.warned("duplicate-operation-id");
        assertThat(problem.at().pointer()).isEqualTo("/paths/~1b/get/operationId");
        assertThat(reading.operations()).extracting(HttpOperation::id).containsExactly("same", "getB");
    }

    @Test
    void madeIdsAreUniqueToo() {
        Reading reading = Reading.paths(
                "/a/b: {get: {" + OK + "}}\n/a_b: {get: {" + OK + "}}\n/x: {get: {operationId: getAB, " + OK + "}}\n");
        assertThat(reading.clean().operations())
                .extracting(HttpOperation::id)
                .containsExactly("getAB2", "getAB3", "getAB");
    }

    @Test
    void serversOfOperationsAndPathsCount() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                servers: [{url: 'https://a.test'}]
                paths:
                  /a:
                    servers: [{url: 'https://{x}.test', variables: {x: {default: b}}}]
                    get: {operationId: a, responses: {'200': {description: ok}}}
                    put: {operationId: b, servers: [{url: 'https://c.test'}], responses: {'200': {description: ok}}}
                  /b:
                    get: {operationId: c, responses: {'200': {description: ok}}}
                """);
        assertThat(reading.operation("a").server()).contains("https://b.test");
        assertThat(reading.operation("b").server()).contains("https://c.test");
        assertThat(reading.operation("c").server()).isEmpty();
    }

    @Test
    void theServerOfTheDocumentIsNoServerOfAnOperationsOwn() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                servers: [{url: '//a.test/v1'}, {url: 'https://b.test'}]
                paths:
                  /a:
                    servers: [{url: 'https://a.test/v1/'}]
                    get: {operationId: a, responses: {'204': {description: ok}}}
                  /b:
                    servers: [{url: 'https://b.test'}]
                    get: {operationId: b, responses: {'204': {description: ok}}}
                """);
        assertThat(reading.clean().operation("a").server()).isEmpty();
        assertThat(reading.operation("b").server()).contains("https://b.test");
    }

    @Test
    void parametersOfThePathAreInherited() {
        Reading reading = Reading.paths("""
                /a/{id}:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: q, in: query, schema: {type: string}}
                  get:
                    operationId: a
                    parameters: [{name: q, in: query, schema: {type: integer}}, {name: q, in: header, schema: {type: string}}]
                    responses: {'200': {description: ok}}
                """);
        assertThat(reading.clean().operation("a").parameters())
                .extracting(p -> p.in() + " " + p.wireName() + " " + reading.spelled(p.type()))
                .containsExactly("PATH id STRING", "QUERY q INT64", "HEADER q STRING");
    }

    @Test
    void pathAndItsParametersAreBroughtTogether() {
        Reading reading = Reading.paths("""
                /a/{petId}:
                  get:
                    operationId: a
                    parameters: [{name: petid, in: path, required: true, schema: {type: integer}}]
                    responses: {'200': {description: ok}}
                """);
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("path-parameter", "path-parameter");
        assertThat(reading.problems().get(0).at().pointer()).isEqualTo("/paths/~1a~1{petId}/get/parameters/0");
        assertThat(reading.problems().get(0).hints()).containsExactly("did you mean 'petId'?");
        Parameter only = reading.operation("a").parameters().get(0);
        assertThat(only.wireName()).isEqualTo("petId");
        assertThat(only.type()).isEqualTo(TypeRef.STRING);
    }

    @Test
    void fragmentOfAPathIsNotSent() {
        Reading reading =
                Reading.paths("'/#Action=Copy': {post: {" + OK + "}}\n'/#Action=Move': {post: {" + OK + "}}\n");
        assertThat(reading.clean().operations())
                .extracting(HttpOperation::path, HttpOperation::id)
                .containsExactly(tuple("/", "postActionCopy"), tuple("/", "postActionMove"));
    }

    @Test
    void variablesInTheQueryOfAPathAreQueryParameters() {
        Reading reading = Reading.paths("""
                /find?q={text}&limit={limit}&raw={raw}&mode=fast:
                  get:
                    operationId: find
                    parameters:
                      - {name: text, in: path, required: true, schema: {type: string, format: date}}
                      - {name: limit, in: query, schema: {type: integer}}
                    responses: {'200': {description: ok}}
                """);
        assertThat(reading.clean().operation("find").path()).isEqualTo("/find?mode=fast");
        assertThat(reading.operation("find").parameters())
                .extracting(p -> p.in() + " " + p.wireName() + " " + reading.spelled(p.type()))
                .containsExactly("QUERY limit INT64", "QUERY q DATE", "QUERY raw STRING");
    }

    @Test
    void pathWithoutASlashGetsOne() {
        Reading reading = Reading.paths("pets: {get: {operationId: a, " + OK + "}}");
        assertThat(reading.warned("path-slash").at().pointer()).isEqualTo("/paths/pets");
        assertThat(reading.operation("a").path()).isEqualTo("/pets");
    }

    @Test
    void pathsThatDifferByNamesOnlyAreReported() {
        Reading reading = Reading.paths("""
                /a/{x}: {get: {operationId: a, parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {'204': {description: ok}}}}
                /a/{y}: {get: {operationId: b, parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {'204': {description: ok}}}}
                """);
        assertThat(reading.warned("same-path").at().pointer()).isEqualTo("/paths/~1a~1{y}");
        assertThat(reading.operations()).hasSize(2);
    }

    @Test
    void operationWithoutResponsesIsReported() {
        Reading reading = Reading.paths("/a: {get: {operationId: a, responses: {}}}");
        assertThat(reading.warned("no-responses").at().pointer()).isEqualTo("/paths/~1a/get/responses");
    }

    @Test
    void parameterWithoutNameOrPlaceIsReportedAndLeftOut() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    parameters: [{in: query, schema: {type: string}}, {name: x, in: querry, schema: {type: string}}, {name: y, schema: {type: string}}, {name: z, in: query, schema: {type: string}}]
                    responses: {'200': {description: ok}}
                """);
        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsOnly("broken-parameter")
                .hasSize(3);
        assertThat(reading.problems().get(1).hints()).containsExactly("did you mean 'query'?");
        assertThat(reading.operation("a").parameters())
                .extracting(Parameter::wireName)
                .containsExactly("z");
    }

    @Test
    void headersThatTheTransportSetsAreReportedAndLeftOut() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    parameters: [{name: Content-Length, in: header, required: true, schema: {type: integer}}, {name: X-Length, in: header, schema: {type: integer}}]
                    responses: {'200': {description: ok}}
                """);
        reading.warned("not-generated");
        assertThat(reading.operation("a").parameters())
                .extracting(Parameter::wireName)
                .containsExactly("X-Length");
    }

    @Test
    void parameterWithoutATypeIsATextAndReported() {
        Reading reading = Reading.paths(
                "/a: {get: {operationId: a, parameters: [{name: z, in: query}], responses: {'200': {description: ok}}}}");
        reading.warned("untyped-parameter");
        assertThat(reading.operation("a").parameters())
                .extracting(Parameter::type)
                .containsExactly(TypeRef.STRING);
    }

    @Test
    void parameterThatStandsTwiceIsReported() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    parameters: [{name: x, in: query, schema: {type: string}}, {name: x, in: query, schema: {type: integer}}]
                    responses: {'200': {description: ok}}
                """);
        reading.warned("duplicate-parameter");
        assertThat(reading.operation("a").parameters())
                .extracting(Parameter::type)
                .containsExactly(TypeRef.STRING);
    }

    @Test
    void webhooksCallbacksAndLinksAreReportedOnceEach() {
        Reading reading = Reading.of("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                webhooks: {ping: {post: {responses: {'204': {description: ok}}}}}
                paths:
                  /a: {get: {operationId: a, callbacks: {x: {}}, responses: {'204': {description: ok, links: {x: {}}}}}}
                  /b: {get: {operationId: b, callbacks: {x: {}}, responses: {'204': {description: ok, links: {x: {}}}}}}
                """);
        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsExactly("not-generated", "not-generated", "not-generated");
        assertThat(reading.operations()).hasSize(2);
    }

    @Test
    void documentWithoutPathsIsLegalIn31() {
        Reading reading = Reading.of(
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {properties: {b: {type: string}}}}}\n");
        assertThat(reading.clean().operations()).isEmpty();
        assertThat(reading.typeNames()).containsExactly("A");
    }

    @Test
    void unknownMemberIsReportedOnce() {
        Reading reading = Reading.paths("""
                /a: {get: {operationId: a, sumary: x, responses: {'200': {description: ok}}}}
                /b: {get: {operationId: b, sumary: x, responses: {'200': {description: ok}}}}
                """);
        Problem problem = reading.warned("unknown-member");
        assertThat(problem.message())
                .isEqualTo("'sumary' is no member of an operation in OpenAPI 3.0; it is ignored. (first of 2 places)");
        assertThat(problem.hints()).containsExactly("did you mean 'summary'?");
    }

    @Test
    void pagingIsReadForListsAndForListsInObjects() {
        Reading reading = Reading.of("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /list:
                    get:
                      operationId: list
                      x-lathe-paging: {style: page-number, page: page, size: pageSize, first: 1, items: list, total: total}
                      parameters: [{name: page, in: query, schema: {type: integer}}, {name: pageSize, in: query, schema: {type: integer}}]
                      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}
                  /wrapped:
                    get:
                      operationId: wrapped
                      x-lathe-paging: {style: cursor, page: after, items: data, next: next_page}
                      parameters: [{name: after, in: query, schema: {type: string}}]
                      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/PetPage'}}}}}
                components:
                  schemas:
                    Pet: {properties: {name: {type: string}}}
                    PetPage: {properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}, next_page: {type: string}}}
                """);
        var list = reading.clean().operation("list").paging().orElseThrow();
        assertThat(list.first()).isEqualTo(1);
        assertThat(list.size()).isEqualTo("pageSize");
        assertThat(reading.spelled(list.item())).isEqualTo("Pet");
        var wrapped = reading.operation("wrapped").paging().orElseThrow();
        assertThat(wrapped.next()).isEqualTo("next_page");
        assertThat(reading.spelled(wrapped.item())).isEqualTo("Pet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{style: pages, page: page}|'pages' is no style of paging",
                "{style: offset, page: start}|has no parameter 'start'",
                "{style: offset, page: page, items: data}|neither a list"
            })
    void pagingThatCannotWorkIsReported(String paging, String message) {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: a
                    x-lathe-paging: %s
                    parameters: [{name: page, in: query, schema: {type: integer}}]
                    responses: {'200': {description: ok}}
                """.formatted(paging));
        assertThat(reading.warned("broken-paging").message()).contains(message);
        assertThat(reading.operation("a").paging()).isEmpty();
    }

    @Test
    void whatNoStyleSpellsIsReported() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: get
                    parameters:
                      - {name: flat, in: query, schema: {type: object, properties: {a: {type: string}}}}
                      - {name: list, in: query, schema: {type: array, items: {type: string}}}
                      - {name: deep, in: query, style: deepObject, schema: {type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}}
                      - {name: json, in: query, content: {application/json: {schema: {type: array, items: {type: array, items: {type: string}}}}}}
                      - {name: object, in: query, schema: {type: object, properties: {a: {type: array, items: {type: string}}}}}
                      - {name: map, in: query, schema: {type: object, additionalProperties: {type: array, items: {type: string}}}}
                      - {name: rows, in: query, schema: {type: array, items: {type: object, properties: {a: {type: string}}}}}
                    responses: {'204': {description: ok}}
                """);

        assertThat(reading.warned("odd-style"))
                .satisfies(problem -> assertThat(problem.message()).startsWith("'object' has objects or lists within"))
                .satisfies(problem -> assertThat(problem.places()).hasSize(3));
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void aParameterOfXmlIsReported() {
        Reading reading = Reading.paths("""
                /a:
                  get:
                    operationId: get
                    parameters:
                      - {name: q, in: query, content: {application/xml: {schema: {type: object, properties: {a: {type: string}}}}}}
                      - {name: r, in: query, content: {text/plain: {schema: {type: integer}}}}
                    responses: {'204': {description: ok}}
                """);

        assertThat(reading.warned("not-generated"))
                .satisfies(problem -> assertThat(problem.message()).contains("'application/xml' is taken as text"))
                .satisfies(problem -> assertThat(problem.at().pointer()).endsWith("/parameters/0/content"));
        assertThat(reading.operation("get").parameters().get(0).type()).isEqualTo(TypeRef.STRING);
    }

    @Test
    void variablesOfAServerOfAnOperationAreReported() {
        Reading reading = Reading.paths("""
                /a:
                  servers: [{url: 'https://{x}.test', variables: {x: {default: b, enum: [b, c]}}}]
                  get: {operationId: get, responses: {'204': {description: ok}}}
                  put: {operationId: put, servers: [{url: 'https://{y}.test'}], responses: {'204': {description: ok}}}
                """);
        assertThat(reading.warned("not-generated").message())
                .contains("its calls go to 'https://b.test'")
                .contains("2 places");
        assertThat(reading.operation("get").server()).contains("https://b.test");
        assertThat(reading.operation("put").server()).isEmpty();
    }
}
