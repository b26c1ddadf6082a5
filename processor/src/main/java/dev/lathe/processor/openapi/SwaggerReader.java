package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.SpecPath;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.util.List;

/**
 * Hands a tree to Swagger Parser. Only its deserializer is used: it reads what it is given and follows no reference, so
 * it can neither open a connection nor a file.
 */
final class SwaggerReader {

    private SwaggerReader() {}

    static OpenAPI read(JsonNode tree, SpecPath at) throws SpecRefused {
        SwaggerParseResult result;
        try {
            result = new OpenAPIDeserializer().deserialize(tree, null, new ParseOptions(), false);
        } catch (RuntimeException e) {
            throw unreadable(at, List.of(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            throw unreadable(at, List.of("it nests too deep"));
        }
        if (result.getOpenAPI() == null) {
            throw unreadable(at, result.getMessages() == null ? List.of() : result.getMessages());
        }
        return result.getOpenAPI();
    }

    private static SpecRefused unreadable(SpecPath at, List<String> reasons) {
        return new SpecRefused(
                "unreadable", at, "Swagger Parser cannot read the document: " + String.join("; ", reasons) + ".");
    }
}
