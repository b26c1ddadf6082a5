package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.openapi.SpecFiles.SpecDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a {@code $ref} means: in the same document or in a file below the root, never elsewhere. What leads nowhere
 * is reported.
 */
final class References {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:)?[/\\\\].*", Pattern.DOTALL);

    /** Name of an object of the standard to where a document keeps it for reuse. */
    private static final Map<String, List<String>> HOMES = Map.of(
            "schema", List.of("/components/schemas", "/definitions"),
            "parameter", List.of("/components/parameters", "/parameters"),
            "response", List.of("/components/responses", "/responses"),
            "body", List.of("/components/requestBodies"),
            "path", List.of("/components/pathItems", "/paths"),
            "media", List.of("/components/mediaTypes"),
            "header", List.of("/components/headers"),
            "securityScheme", List.of("/components/securitySchemes", "/securityDefinitions"));

    private final SpecFiles files;
    private final Origins origins;
    private final Findings findings;
    private final Set<JsonNode> reportedCycles = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Anchors> anchors = new HashMap<>();
    private final Set<String> reportedFiles = new HashSet<>();

    References(SpecFiles files, Origins origins, Findings findings) {
        this.files = files;
        this.origins = origins;
        this.findings = findings;
    }

    /** The text of a {@code $ref}, if the node is a reference. */
    static Optional<String> in(JsonNode node) {
        JsonNode ref = node.get("$ref");
        return ref != null && ref.isTextual() ? Optional.of(ref.textValue()) : Optional.empty();
    }

    /** What the reference in {@code holder} leads to, through all references; empty, and reported, if nowhere. */
    Optional<JsonNode> resolve(JsonNode holder, String shape) {
        return walk(holder, shape).map(chain -> chain.get(chain.size() - 1));
    }

    /** What the reference in {@code holder} leads to in one step, when all further steps lead somewhere as well. */
    Optional<JsonNode> step(JsonNode holder, String shape) {
        return walk(holder, shape).map(chain -> chain.get(0));
    }

    private Optional<List<JsonNode>> walk(JsonNode holder, String shape) {
        List<JsonNode> chain = new ArrayList<>();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(holder);
        JsonNode from = holder;
        for (Optional<String> ref = in(from); ref.isPresent(); ref = in(from)) {
            SpecPath at = origins.at(from, "$ref");
            Optional<JsonNode> target = find(ref.get(), origins.documentOf(from), shape, at);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            from = target.get();
            if (!seen.add(from)) {
                if (seen.stream().noneMatch(reportedCycles::contains)) {
                    findings.error("ref-cycle", at, "The reference '" + ref.get() + "' leads back to itself.");
                }
                reportedCycles.addAll(seen);
                return Optional.empty();
            }
            chain.add(from);
        }
        return Optional.of(chain);
    }

    private Optional<JsonNode> find(String ref, String document, String shape, SpecPath at) {
        try {
            return Optional.of(target(ref, document, shape, at));
        } catch (SpecRefused refused) {
            report(refused.problem(), at);
            return Optional.empty();
        }
    }

    /** The target of a reference that stands in the document of that name; what is wrong with it is not reported yet. */
    JsonNode target(String ref, String document, String shape, SpecPath at) throws SpecRefused {
        return target(ref, files.named(document), shape, at);
    }

    /** What is wrong with the reference at that place, or inside of the file that it leads to. */
    void report(Problem problem, SpecPath at) {
        // What is wrong inside of another file is said once, not at each reference to it.
        if (problem.at().document().equals(at.document()) || reportedFiles.add(problem.toString())) {
            findings.warnOnce(
                    problem.code(),
                    problem.message(),
                    problem.at(),
                    problem.message(),
                    problem.hints().toArray(String[]::new));
        }
    }

    private JsonNode target(String ref, SpecDocument document, String shape, SpecPath at) throws SpecRefused {
        int hash = ref.indexOf('#');
        String file = hash < 0 ? ref : ref.substring(0, hash);
        String pointer = hash < 0 ? "" : ref.substring(hash + 1);
        if (ref.isBlank()) {
            throw new SpecRefused("unknown-ref", at, "The reference is empty.");
        }
        if (hash < 0 && HOMES.containsKey(shape)) {
            Optional<JsonNode> bare = bareName(ref, document, shape, at);
            if (bare.isPresent()) {
                return bare.get();
            }
        }
        Optional<JsonNode> named = named(file, pointer, document);
        if (named.isPresent()) {
            return checked(named, shape, ref, document, at);
        }
        if (file.equals("/") || (file.isEmpty() && !pointer.isEmpty() && !pointer.startsWith("/"))) {
            String mended = "#/" + pointer.replaceFirst("^/+", "");
            JsonNode target = checked(at(document.root(), mended.substring(1)), shape, mended, document, at);
            findings.warn("malformed-ref", at, "The reference '" + ref + "' is read as '" + mended + "'.");
            return target;
        }
        if (SCHEME.matcher(file).matches()) {
            boolean local = file.regionMatches(true, 0, "file:", 0, 5);
            throw new SpecRefused(
                    local ? "forbidden-ref" : "remote-ref",
                    at,
                    local
                            ? "'" + ref + "' names a file by its address; only relative references are followed."
                            : "'" + ref + "' is not fetched: a spec is read without a network.",
                    "download the file and refer to it by a relative path");
        }
        if (ABSOLUTE.matcher(file).matches()) {
            throw new SpecRefused(
                    "forbidden-ref",
                    at,
                    "'" + ref + "' names a file by its absolute path; only relative ones are followed.");
        }
        if (file.isEmpty()) {
            Optional<JsonNode> within = within(document, pointer, at);
            if (within.isPresent()) {
                return within.get();
            }
        }
        SpecDocument where = file.isEmpty() ? document : files.relative(document, decoded(file), at);
        return checked(at(where.root(), pointer), shape, ref, where, at);
    }

    /** What a schema is called by itself; asked for only by references that look like it, for the index costs a walk. */
    private Optional<JsonNode> named(String file, String pointer, SpecDocument document) {
        boolean anchor = file.isEmpty() && !pointer.isEmpty() && !pointer.startsWith("/");
        boolean address = !file.isEmpty() && SCHEME.matcher(file).matches();
        if (!anchor && !address) {
            return Optional.empty();
        }
        Anchors names = anchors.computeIfAbsent(document.name(), name -> new Anchors(document.root()));
        return anchor
                ? names.anchor(pointer)
                : names.id(file)
                        .flatMap(schema -> pointer.isEmpty() || pointer.startsWith("/")
                                ? at(schema, pointer)
                                : names.anchor(pointer));
    }

    /** JSON Schema 2020-12, section 8.2.1: within a schema that has an address, a fragment starts at that schema. */
    private static Optional<JsonNode> within(SpecDocument document, String pointer, SpecPath at) {
        if (!at.document().equals(document.name())) {
            return Optional.empty();
        }
        JsonNode node = document.root();
        JsonNode resource = null;
        String[] steps = at.pointer().split("/", -1);
        for (int i = 1; i < steps.length && node != null; i++) {
            node = member(node, unescaped(steps[i]));
            if (node != null
                    && node.path("$id").isTextual()
                    && !node.path("$id").asText().startsWith("#")) {
                resource = node;
            }
        }
        return resource == null ? Optional.empty() : at(resource, pointer);
    }

    /** Swagger 1.2 and early 2.0 wrote the mere name of a schema. */
    private Optional<JsonNode> bareName(String ref, SpecDocument document, String shape, SpecPath at) {
        for (String home : homes(shape)) {
            Optional<JsonNode> found = at(document.root(), home).map(section -> section.get(ref));
            if (found.isPresent()) {
                findings.warn(
                        "malformed-ref", at, "The reference '" + ref + "' is read as '#" + home + "/" + ref + "'.");
                return found;
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality")
    private JsonNode checked(Optional<JsonNode> found, String shape, String ref, SpecDocument where, SpecPath at)
            throws SpecRefused {
        if (found.isEmpty()) {
            throw unknown(shape, ref, where, at);
        }
        JsonNode target = found.get();
        if (shape.equals("schema") && isUnder(target, "parameter")) {
            findings.warnOnce(
                    "wrong-ref",
                    "parameter as schema",
                    at,
                    "The reference '" + ref + "' leads to a parameter instead of a schema; the schema of it is taken.");
            return target.path("schema").isObject() ? target.path("schema") : target;
        }
        boolean fits = target.isObject() || (shape.equals("schema") && target.isBoolean());
        if (!fits || target == files.main().root() || isOfAnotherKind(target, shape)) {
            throw new SpecRefused(
                    "wrong-ref", at, "The reference '" + ref + "' leads to something that is no " + noun(shape) + ".");
        }
        return target;
    }

    private boolean isOfAnotherKind(JsonNode target, String shape) {
        return !isUnder(target, shape) && HOMES.keySet().stream().anyMatch(other -> isUnder(target, other));
    }

    private boolean isUnder(JsonNode target, String shape) {
        String pointer = origins.at(target).pointer();
        int last = pointer.lastIndexOf('/');
        return last > 0 && homes(shape).contains(pointer.substring(0, last));
    }

    private SpecRefused unknown(String shape, String ref, SpecDocument where, SpecPath at) {
        String pointer = ref.substring(ref.indexOf('#') + 1);
        for (String home : homes(shape)) {
            if (pointer.startsWith(home + "/")) {
                String name = unescaped(pointer.substring(home.length() + 1));
                List<String> known = at(where.root(), home)
                        .map(section -> section.properties().stream()
                                .map(Map.Entry::getKey)
                                .toList())
                        .orElse(List.of());
                return new SpecRefused(
                        "unknown-ref",
                        at,
                        "No " + noun(shape) + " is named '" + name + "'.",
                        Nearest.hint(name, known));
            }
        }
        return new SpecRefused("unknown-ref", at, "The reference '" + ref + "' leads nowhere.");
    }

    private static List<String> homes(String shape) {
        return HOMES.getOrDefault(shape, List.of());
    }

    private static String noun(String shape) {
        return switch (shape) {
            case "body" -> "request body";
            case "path" -> "path item";
            case "securityScheme" -> "security scheme";
            default -> shape;
        };
    }

    private static Optional<JsonNode> at(JsonNode root, String pointer) {
        JsonNode node = root;
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return Optional.empty();
        }
        String[] steps =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        for (String step : steps) {
            JsonNode next = member(node, unescaped(step));
            if (next == null) {
                next = member(node, unescaped(decoded(step)));
            }
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    private static @Nullable JsonNode member(JsonNode node, String step) {
        if (node instanceof ObjectNode object) {
            return object.get(step);
        }
        if (node instanceof ArrayNode array && step.matches("[0-9]{1,6}")) {
            return array.get(Integer.parseInt(step));
        }
        return null;
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    /** Undoes percent-encoding; unlike {@code URLDecoder} it leaves a plus alone, and what is not well-formed too. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
