package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document is valid OpenAPI for others too. */
class SpecValidityTest {

    private static final Path DOCUMENT = Path.of("../specs/audience-manager/src/main/specs/audience-manager.yaml");

    private static SwaggerParseResult parse(String document) {
        return new OpenAPIV3Parser().readContents(document, null, new ParseOptions());
    }

    @Test
    void swaggerParserHasNothingToSayAboutIt() throws IOException {
        SwaggerParseResult result = parse(Files.readString(DOCUMENT, StandardCharsets.UTF_8));

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths().values().stream()
                        .mapToInt(path -> path.readOperations().size())
                        .sum())
                .isEqualTo(143);
    }

    @Test
    void itWouldSaySo() throws IOException {
        String broken = Files.readString(DOCUMENT, StandardCharsets.UTF_8).replaceFirst("(?m)^info:$", "information:");

        assertThat(parse(broken).getMessages()).isNotEmpty();
    }
}
