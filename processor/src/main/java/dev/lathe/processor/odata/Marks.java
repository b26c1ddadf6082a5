package dev.lathe.processor.odata;

import dev.lathe.processor.model.SpecPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Olingo's object model does not carry: where each element of the document stands, and the annotations on it, also
 * those that are given elsewhere ({@code Annotations Target="..."}). Elements are found again by name, which is unique
 * because the scanner lets only the first of two through; overloads of an operation by their ordinal.
 */
final class Marks {

    /** An element's place and annotations. */
    record Mark(String namespace, String path, int offset, List<XmlNode> annotations) {}

    private final SpecText text;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, Integer> overloads = new HashMap<>();
    private int schemas;

    Marks(SpecText text) {
        this.text = text;
    }

    static String type(String namespace, String name) {
        return namespace + "." + name;
    }

    static String container(String namespace, String name) {
        return "container " + namespace + "." + name;
    }

    static String operation(boolean action, String namespace, String name, int ordinal) {
        return (action ? "action " : "function ") + namespace + "." + name + " " + ordinal;
    }

    static String member(String parent, String name) {
        return parent + "/" + name;
    }

    /** What an operation returns; it has a mark of its own if it returns anything. */
    static String returned(String operation) {
        return member(operation, "$ReturnType");
    }

    /** The key of one more overload of an operation. */
    String nextOverload(boolean action, String namespace, String name) {
        int ordinal = overloads.merge(operation(action, namespace, name, 0), 1, Integer::sum) - 1;
        return operation(action, namespace, name, ordinal);
    }

    int overloads(boolean action, String namespace, String name) {
        return overloads.getOrDefault(operation(action, namespace, name, 0), 0);
    }

    void schema() {
        schemas++;
    }

    boolean isEmpty() {
        return schemas == 0;
    }

    boolean has(String key) {
        return marks.containsKey(key);
    }

    Mark add(String key, String namespace, String path, int offset) {
        var mark = new Mark(namespace, path, offset, new ArrayList<>(0));
        marks.put(key, mark);
        return mark;
    }

    @Nullable
    Mark find(String key) {
        return marks.get(key);
    }

    Mark get(String key) {
        Mark mark = marks.get(key);
        if (mark == null) {
            throw new IllegalStateException("the scanner let an element through without a mark: " + key);
        }
        return mark;
    }

    SpecPath at(String key) {
        return at(get(key));
    }

    /** A path of names; the namespace leads where the document has several. */
    SpecPath at(Mark mark) {
        boolean qualified = schemas > 1 && !mark.path.isEmpty();
        return text.at(qualified ? mark.namespace + "." + mark.path : mark.path, mark.offset);
    }
}
