package dev.lathe.processor.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lathe.processor.model.SpecPath;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON into a tree. */
final class JsonTree {

    private final TreeBuilder tree;
    private final SpecPath at;

    JsonTree(TreeBuilder tree, SpecPath at) {
        this.tree = tree;
        this.at = at;
    }

    JsonNode read(String text) throws SpecRefused {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(TreeBuilder.MAX_DEPTH + 1)
                        .maxStringLength(SpecText.MAX_BYTES)
                        .maxNumberLength(SpecText.MAX_BYTES)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return read(parser);
        } catch (JsonEOFException e) {
            throw refused(e, "The JSON ends in the middle of a value.");
        } catch (JsonProcessingException e) {
            throw refused(e, "The JSON is not well-formed: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private JsonNode read(JsonParser parser) throws IOException, SpecRefused {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            JsonLocation here = parser.currentTokenLocation();
            int line = here.getLineNr();
            int column = here.getColumnNr();
            switch (token) {
                case START_OBJECT -> tree.start(true, line, column);
                case START_ARRAY -> tree.start(false, line, column);
                case END_OBJECT, END_ARRAY -> tree.end();
                case FIELD_NAME -> tree.key(parser.currentName(), false, line, column);
                case VALUE_STRING -> tree.scalar(TextNode.valueOf(parser.getText()), line, column);
                case VALUE_TRUE -> tree.scalar(BooleanNode.TRUE, line, column);
                case VALUE_FALSE -> tree.scalar(BooleanNode.FALSE, line, column);
                case VALUE_NULL -> tree.scalar(NullNode.instance, line, column);
                default -> tree.scalar(ScalarText.of(parser.getText()), line, column);
            }
        }
        return tree.root();
    }

    private SpecRefused refused(JsonProcessingException e, String message) {
        JsonLocation where = e.getLocation();
        SpecPath place = where == null ? at : at.at(where.getLineNr(), where.getColumnNr());
        String firstLine = message.lines().findFirst().orElse(message);
        return new SpecRefused("not-well-formed", place, firstLine);
    }
}
