package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML into a tree, event by event: nothing recurses, nothing is constructed, and aliases are copied within the
 * limits of the tree.
 */
final class YamlTree {

    private static final int MAX_LINE = 1_000_000;
    private static final String CORE = "tag:yaml.org,2002:";

    private final TreeBuilder tree;
    private final SpecPath at;
    private final Problems problems;
    private final Map<String, Optional<TreeBuilder.Built>> anchors = new HashMap<>();
    private final Deque<Optional<String>> open = new ArrayDeque<>();

    YamlTree(TreeBuilder tree, SpecPath at, Problems problems) {
        this.tree = tree;
        this.at = at;
        this.problems = problems;
    }

    JsonNode read(String text) throws SpecRefused {
        refuseLongLines(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            int documents = 0;
            for (Event event : new Yaml(new SafeConstructor(options)).parse(new StringReader(text))) {
                if (event instanceof DocumentStartEvent && ++documents > 1) {
                    problems.warning(
                            "several-documents",
                            place(event.getStartMark()),
                            "A second YAML document starts here; only the first one is read.");
                    break;
                }
                read(event);
            }
            return tree.root();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new SpecRefused(
                    "not-well-formed", place(mark), "The YAML is not well-formed: " + context + e.getProblem() + ".");
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new SpecRefused("not-well-formed", at, "The YAML is not well-formed: " + reason + ".");
        }
    }

    /** SnakeYAML's reader copies what it has of a line again and again: its time grows with the square of the length. */
    private void refuseLongLines(String text) throws SpecRefused {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
            int length = (end < 0 ? text.length() : end) - start;
            if (length > MAX_LINE) {
                throw new SpecRefused(
                        "too-large",
                        at.at(line, 1),
                        "A line of the YAML has " + length + " characters; at most a million.");
            }
            start += length + 1;
            line++;
        }
    }

    private void read(Event event) throws SpecRefused {
        if (event instanceof NodeEvent node && tree.expectsKey() && !(event instanceof ScalarEvent)) {
            throw new SpecRefused("yaml-key", place(node.getStartMark()), "A key of a mapping is not a plain text.");
        }
        if (event instanceof AliasEvent alias) {
            alias(alias);
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar);
        } else if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), start.getStartMark());
            Mark mark = start.getStartMark();
            tree.start(start instanceof MappingStartEvent, mark.getLine() + 1, mark.getColumn() + 1);
            open.push(Optional.ofNullable(start.getAnchor()));
            open.peek().ifPresent(anchor -> anchors.put(anchor, Optional.empty()));
        } else if (event instanceof CollectionEndEvent) {
            TreeBuilder.Built built = tree.end();
            open.pop().ifPresent(anchor -> anchors.put(anchor, Optional.of(built)));
        }
    }

    private void alias(AliasEvent alias) throws SpecRefused {
        Optional<TreeBuilder.Built> target = anchors.get(alias.getAnchor());
        SpecPath place = place(alias.getStartMark());
        if (target == null) {
            throw new SpecRefused(
                    "not-well-formed", place, "The alias '*" + alias.getAnchor() + "' has no anchor before it.");
        }
        if (target.isEmpty()) {
            throw new SpecRefused(
                    "recursive-alias",
                    place,
                    "The alias '*" + alias.getAnchor() + "' stands inside of its own anchor.",
                    "use a $ref: schemas may refer to themselves");
        }
        tree.copy(target.get(), place.line(), place.column());
    }

    private void scalar(ScalarEvent scalar) throws SpecRefused {
        Mark mark = scalar.getStartMark();
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        if (tree.expectsKey()) {
            refuseTag(scalar.getTag(), mark);
            tree.key(scalar.getValue(), scalar.isPlain() && scalar.getValue().equals("<<"), line, column);
            return;
        }
        JsonNode value = value(scalar);
        tree.scalar(value, line, column);
        if (scalar.getAnchor() != null) {
            anchors.put(scalar.getAnchor(), Optional.of(new TreeBuilder.Built(value, 1, 0)));
        }
    }

    private JsonNode value(ScalarEvent scalar) throws SpecRefused {
        String tag = scalar.getTag();
        refuseTag(tag, scalar.getStartMark());
        boolean resolved = tag == null
                ? scalar.isPlain()
                : tag.equals(CORE + "int")
                        || tag.equals(CORE + "float")
                        || tag.equals(CORE + "bool")
                        || tag.equals(CORE + "null");
        return resolved ? ScalarText.of(scalar.getValue()) : TextNode.valueOf(scalar.getValue());
    }

    /** Tags beyond the core schema ask a loader to build objects; no API description needs them. */
    private void refuseTag(@Nullable String tag, Mark mark) throws SpecRefused {
        if (tag == null || tag.equals("!")) {
            return;
        }
        boolean known = tag.startsWith(CORE)
                && switch (tag.substring(CORE.length())) {
                    case "str", "int", "float", "bool", "null", "map", "seq", "timestamp", "binary" -> true;
                    default -> false;
                };
        if (!known) {
            throw new SpecRefused("yaml-tag", place(mark), "The YAML tag '" + tag + "' is not allowed.");
        }
    }

    private SpecPath place(@Nullable Mark mark) {
        return mark == null ? at : at.at(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
