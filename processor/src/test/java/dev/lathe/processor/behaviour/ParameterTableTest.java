package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of style examples of OpenAPI 3.1 (section 4.8.12.4, as 3.1.1 corrects it), cell by cell, as a service sees it;
 * and the same for headers, cookies, form fields and parts. Delimiters that a URL cannot hold are percent-encoded, as 3.1.1 says.
 */
class ParameterTableTest {

    private static final String TABLE = """
            path   | matrix         | false | empty  | /api/r;color
            path   | matrix         | false | string | /api/r;color=blue
            path   | matrix         | false | array  | /api/r;color=blue,black,brown
            path   | matrix         | false | object | /api/r;color=R,100,G,200,B,150
            path   | matrix         | true  | empty  | /api/r;color
            path   | matrix         | true  | string | /api/r;color=blue
            path   | matrix         | true  | array  | /api/r;color=blue;color=black;color=brown
            path   | matrix         | true  | object | /api/r;R=100;G=200;B=150
            path   | label          | false | empty  | /api/r.
            path   | label          | false | string | /api/r.blue
            path   | label          | false | array  | /api/r.blue,black,brown
            path   | label          | false | object | /api/r.R,100,G,200,B,150
            path   | label          | true  | empty  | /api/r.
            path   | label          | true  | string | /api/r.blue
            path   | label          | true  | array  | /api/r.blue.black.brown
            path   | label          | true  | object | /api/r.R=100.G=200.B=150
            path   | simple         | false | string | /api/rblue
            path   | simple         | false | array  | /api/rblue,black,brown
            path   | simple         | false | object | /api/rR,100,G,200,B,150
            path   | simple         | true  | string | /api/rblue
            path   | simple         | true  | array  | /api/rblue,black,brown
            path   | simple         | true  | object | /api/rR=100,G=200,B=150
            query  | form           | false | empty  | /api/r?color=
            query  | form           | false | string | /api/r?color=blue
            query  | form           | false | array  | /api/r?color=blue,black,brown
            query  | form           | false | object | /api/r?color=R,100,G,200,B,150
            query  | form           | true  | empty  | /api/r?color=
            query  | form           | true  | string | /api/r?color=blue
            query  | form           | true  | array  | /api/r?color=blue&color=black&color=brown
            query  | form           | true  | object | /api/r?R=100&G=200&B=150
            query  | spaceDelimited | false | array  | /api/r?color=blue%20black%20brown
            query  | spaceDelimited | false | object | /api/r?color=R%20100%20G%20200%20B%20150
            query  | pipeDelimited  | false | array  | /api/r?color=blue%7Cblack%7Cbrown
            query  | pipeDelimited  | false | object | /api/r?color=R%7C100%7CG%7C200%7CB%7C150
            query  | deepObject     | true  | object | /api/r?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
            header | simple         | false | string | blue
            header | simple         | false | array  | blue,black,brown
            header | simple         | false | object | R,100,G,200,B,150
            header | simple         | true  | array  | blue,black,brown
            header | simple         | true  | object | R=100,G=200,B=150
            cookie | form           | false | string | color=blue
            cookie | form           | false | array  | color=blue,black,brown
            cookie | form           | false | object | color=R,100,G,200,B,150
            cookie | form           | true  | string | color=blue
            cookie | form           | true  | array  | color=blue; color=black; color=brown
            cookie | form           | true  | object | R=100; G=200; B=150
            body   | form           | false | array  | color=blue,black,brown
            body   | form           | false | object | color=R,100,G,200,B,150
            body   | form           | true  | string | color=blue
            body   | form           | true  | array  | color=blue&color=black&color=brown
            body   | form           | true  | object | R=100&G=200&B=150
            body   | spaceDelimited | false | array  | color=blue%20black%20brown
            body   | pipeDelimited  | false | array  | color=blue%7Cblack%7Cbrown
            body   | deepObject     | true  | object | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
            part   | form           | false | array  | color=blue,black,brown
            part   | form           | false | object | color=R,100,G,200,B,150
            part   | form           | true  | string | color=blue
            part   | form           | true  | array  | color=blue&color=black&color=brown
            part   | form           | true  | object | R=100&G=200&B=150
            part   | spaceDelimited | false | array  | color=blue black brown
            part   | pipeDelimited  | false | array  | color=blue|black|brown
            part   | deepObject     | true  | object | color[R]=100&color[G]=200&color[B]=150
            """;

    private record Row(String in, String style, boolean explode, String value, String expected) {

        static Row of(String line) {
            String[] cells = line.split("\\s*\\|\\s*", 5);
            return new Row(cells[0], cells[1], Boolean.parseBoolean(cells[2]), cells[3], cells[4].strip());
        }

        /** An operation of its own path: paths may only differ in more than the names of their variables. */
        String operation(int i) {
            String spelled = "style: %s, explode: %s".formatted(style, explode);
            String schema = "schema: {$ref: '#/components/schemas/" + value + "'}";
            boolean body = in.equals("body") || in.equals("part");
            String head = """
                    /o%d/r%s:
                      %s:
                        tags: [x]
                        operationId: row%d
                        responses: {'204': {description: done}}
                    """.formatted(i, in.equals("path") ? "{color}" : "", body ? "post" : "get", i);
            return head
                    + (body
                            ? """
                                requestBody:
                                  required: true
                                  content:
                                    %s:
                                      schema: {type: object, required: [color], properties: {color: {$ref: '#/components/schemas/%s'}}}
                                      encoding: {color: {%s}}
                                """.formatted(
                                            in.equals("part")
                                                    ? "multipart/form-data"
                                                    : "application/x-www-form-urlencoded",
                                            value,
                                            spelled)
                                    .indent(4)
                            : "    parameters: [{name: color, in: %s, required: true, %s, %s}]\n"
                                    .formatted(in, spelled, schema));
        }

        /** Names and texts of all parts, like those of a query. */
        private static String parts(String body) {
            return Pattern.compile("name=\"(.*?)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL)
                    .matcher(body)
                    .results()
                    .map(part -> part.group(1) + "=" + part.group(2))
                    .collect(Collectors.joining("&"));
        }

        String call(int i) {
            String argument = switch (value) {
                case "empty" -> "\"\"";
                case "string" -> "\"blue\"";
                case "array" -> "List.of(\"blue\", \"black\", \"brown\")";
                default -> "new ObjectModel().setR(100).setG(200).setB(150)";
            };
            return "api.x().row" + i + "(" + argument + ");\n";
        }

        String seen(Service.Asked asked) {
            return switch (in) {
                case "header" -> asked.header("Color");
                case "cookie" -> asked.header("Cookie");
                case "body" -> asked.body();
                case "part" -> parts(asked.body());
                default -> asked.target().replaceFirst("/o[0-9]+/", "/");
            };
        }
    }

    @Test
    void everyCellOfTheTableOfTheStandard(@TempDir Path folder) throws Exception {
        List<Row> rows = TABLE.lines().map(Row::of).toList();
        StringBuilder paths = new StringBuilder();
        StringBuilder code = new StringBuilder();
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (Service service = new Service()) {
            for (int i = 0; i < rows.size(); i++) {
                paths.append(rows.get(i).operation(i).indent(2));
                code.append(rows.get(i).call(i));
                service.answers(204, "", "");
            }
            Client.openApi(folder, """
                    openapi: 3.1.0
                    info: {title: T, version: "1"}
                    paths:
                    %scomponents:
                      schemas:
                        empty: {type: string}
                        string: {type: string}
                        array: {type: array, items: {type: string}}
                        object: {type: object, properties: {R: {type: integer, format: int32}, G: {type: integer, format: int32}, B: {type: integer, format: int32}}}
                    """.formatted(paths), code + "return null;").run(service.base());

            for (int i = 0; i < rows.size(); i++) {
                seen.add(rows.get(i) + ": " + rows.get(i).seen(service.asked().get(i)));
                expected.add(rows.get(i) + ": " + rows.get(i).expected());
            }
        }
        assertThat(String.join("\n", seen)).isEqualTo(String.join("\n", expected));
    }
}
