package dev.lathe.processor.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads or skips an element with everything in it. */
final class Subtrees {

    /** Annotations nest deepest, and real ones not deeper than a dozen. */
    static final int MAX_DEPTH = 100;

    private final XMLStreamReader in;
    private final StartTags tags;

    Subtrees(XMLStreamReader in, StartTags tags) {
        this.in = in;
        this.tags = tags;
    }

    /** The element that the reader is at, which is so deep in the document. */
    XmlNode read(int depth) throws XMLStreamException {
        String name = in.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        List<XmlNode> children = new ArrayList<>(0);
        var content = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    checkDepth(depth + 1, tags.next());
                    children.add(read(depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> content.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, attributes, children, content.toString());
                }
                default -> {
                    // A comment, say.
                }
            }
        }
    }

    /** Moves to the end of the element that the reader is at. */
    void skip(int depth) throws XMLStreamException {
        int at = depth;
        while (at >= depth) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                checkDepth(++at, tags.next());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                at--;
            }
        }
    }

    static void checkDepth(int depth, int offset) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(offset);
        }
    }

    /** Ends the reading of a document from any depth. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int offset;

        TooDeep(int offset) {
            super("nested too deep", null, false, false);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }
}
