package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of what is read of OpenAPI says something about each member that the table of the standard has. */
class StandardTest {

    private static final Pattern KEYWORD = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @CsvSource({
        "document, '## OpenAPI'",
        "info, '### Info'",
        "server, '### Server'",
        "variable, '### Server variable'",
        "components, '### Components'",
        "path, '### Path item'",
        "operation, '### Operation'",
        "parameter, '### Parameter'",
        "body, '### Request body'",
        "media, '### Media type'",
        "encoding, '### Encoding'",
        "response, '### Response'",
        "header, '### Header'",
        "tag, '### Tag'",
        "securityScheme, '### Security scheme'",
        "flows, '### OAuth flows'",
        "flow, '### OAuth flow'",
        "schema, '### Schema'",
        "discriminator, '### Discriminator'"
    })
    void eachMemberIsOnThePage(String shape, String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "coverage.md"));
        Matcher section =
                Pattern.compile("(?ms)^" + heading + "$(.*?)(?=^#|\\z)").matcher(page);
        assertThat(section.find()).as(heading).isTrue();
        List<String> named = new ArrayList<>();
        Matcher keyword = KEYWORD.matcher(section.group(1));
        while (keyword.find()) {
            named.addAll(List.of(keyword.group(1), keyword.group(1).replaceFirst(":.*", "")));
        }

        boolean onlyInThree = shape.equals("components");
        for (SpecVersion version : onlyInThree ? new SpecVersion[] {SpecVersion.V3_1} : SpecVersion.values()) {
            assertThat(named)
                    .containsAll(Standard.of(version).shape(shape).members().keySet());
        }
    }

    /** What is passed over is said to be, and what has an effect is not. */
    @ParameterizedTest
    @CsvSource({
        "schema, '### Schema'",
        "operation, '### Operation'",
        "response, '### Response'",
        "media, '### Media type'"
    })
    void whatThePageSaysIsWhatTheTableSays(String shape, String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "coverage.md"));
        Matcher section =
                Pattern.compile("(?ms)^" + heading + "$(.*?)(?=^#|\\z)").matcher(page);
        assertThat(section.find()).as(heading).isTrue();
        Map<String, String> members = Standard.of(SpecVersion.V3_1).shape(shape).members();

        for (String row :
                section.group(1).lines().filter(line -> line.startsWith("| `")).toList()) {
            String[] cells = row.split("\\|", -1);
            Matcher keyword = KEYWORD.matcher(cells[1]);
            while (keyword.find()) {
                String kind = members.getOrDefault(keyword.group(1), "");
                if (kind.equals("!")) {
                    assertThat(cells[2]).as(keyword.group(1)).contains("reported `not-generated`");
                } else if (cells[2].startsWith(" reported")) {
                    assertThat(kind).as(keyword.group(1)).isIn("!", "");
                }
            }
        }
    }
}
