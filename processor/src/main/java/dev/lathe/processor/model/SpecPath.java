package dev.lathe.processor.model;

/**
 * A place in a spec, carried by every node of the model so that any later step can say where it came from.
 *
 * @param document file name of the document, as the user knows it
 * @param pointer JSON pointer ({@code /paths/~1pets/get}) or path of CSDL names ({@code account/name}); empty for the whole
 * @param line line in the document, from 1; 0 when unknown
 * @param column column in the line, from 1; 0 when unknown
 */
public record SpecPath(String document, String pointer, int line, int column) {

    public static SpecPath of(String document) {
        return new SpecPath(document, "", 0, 0);
    }

    public static SpecPath of(String document, String pointer) {
        return new SpecPath(document, pointer, 0, 0);
    }

    public SpecPath at(int newLine, int newColumn) {
        return new SpecPath(document, pointer, newLine, newColumn);
    }

    /** The place one step further down; {@code name} is escaped as in a JSON pointer. */
    public SpecPath child(String name) {
        return new SpecPath(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), 0, 0);
    }

    /** As it stands in generated Javadoc: without line and column, which move with every edit of the document. */
    public String reference() {
        return pointer.isEmpty() ? document : document + "#" + pointer;
    }

    @Override
    public String toString() {
        return line > 0 ? reference() + " (line " + line + ", column " + column + ")" : reference();
    }
}
