package dev.lathe.processor.odata;

import java.util.Map;

/** Writes CSDL with the elements and attributes that it is given, and nothing else. */
final class CleanCopy {

    private static final String HEAD =
            "<edmx:Edmx xmlns:edmx=\"" + Envelope.EDMX + "\" Version=\"4.0\"><edmx:DataServices>";
    private static final String TAIL = "</edmx:DataServices></edmx:Edmx>";

    private final StringBuilder out = new StringBuilder(HEAD);

    void start(String element, Map<String, String> attributes) {
        out.append('<').append(element);
        if (element.equals("Schema")) {
            out.append(" xmlns=\"").append(Envelope.EDM).append('"');
        }
        attributes.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        });
        out.append('>');
    }

    void end(String element) {
        String start = "<" + element + ">";
        if (endsWith(start)) {
            // An element without anything in it (an empty Key) is a null to Olingo, which it does not expect.
            out.setLength(out.length() - start.length());
        } else {
            out.append("</").append(element).append('>');
        }
    }

    String text() {
        return out + TAIL;
    }

    private boolean endsWith(String text) {
        int from = out.length() - text.length();
        return from >= 0 && out.indexOf(text, from) == from;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= ' ') {
                        out.append(c);
                    } else if (c == '\t' || c == '\n' || c == '\r') {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        // Legal in XML 1.1 only, which Olingo's reader does not know.
                        out.append('\ufffd');
                    }
                }
            }
        }
    }
}
