package dev.lathe.runtime.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Copies an array or an object as compact text. Not with the generator's own copying, which makes doubles of numbers. */
final class RawCopy {

    private static final JsonFactory FACTORY = new JsonFactory();

    private RawCopy() {}

    static String of(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(parser, out, 0);
        }
        return text.toString();
    }

    /** Copies an object whose first name has been read. */
    static String rest(JsonParser parser, String firstName) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeName(firstName);
            copy(parser, out, 1);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator out, int outer) {
        int depth = outer;
        do {
            depth += copy(parser, parser.currentToken(), out);
        } while (depth > 0 && parser.nextToken() != null);
    }

    /** Copies one token; returns by how much the depth changes. */
    private static int copy(JsonParser parser, JsonToken token, JsonGenerator out) {
        switch (token) {
            case START_OBJECT -> out.writeStartObject();
            case END_OBJECT -> out.writeEndObject();
            case START_ARRAY -> out.writeStartArray();
            case END_ARRAY -> out.writeEndArray();
            case PROPERTY_NAME -> out.writeName(parser.currentName());
            case VALUE_STRING ->
                out.writeString(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getString());
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            case VALUE_NULL -> out.writeNull();
            default -> throw new AssertionError(token);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
