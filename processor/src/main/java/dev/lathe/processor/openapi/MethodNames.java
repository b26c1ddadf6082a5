package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Leaves out of an operation's id what its resource says already: {@code droplets_list} of the tag {@code Droplets} is
 * {@code list}. Looks at the whole document, so that a name does not depend on what is included.
 */
final class MethodNames {

    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}]+");

    /** What every object in Java has already. */
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getclass", "hashcode", "notify", "notifyall", "tostring", "wait");

    private final String lead;
    private final Map<String, Map<String, String>> byResource = new HashMap<>();

    /** @param ids of all operations that state one, or the names that they ask for, by resource */
    private MethodNames(Map<String, Set<String>> ids) {
        this.lead = lead(ids);
        ids.forEach((resource, own) -> byResource.put(resource, names(resource, own)));
    }

    static MethodNames of(JsonNode root) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String asked = operation.getValue().path("x-lathe-name").asText();
                    String id = asked.isBlank()
                            ? operation.getValue().path("operationId").asText()
                            : asked;
                    if (Parameters.METHODS.contains(operation.getKey()) && !id.isBlank()) {
                        ids.computeIfAbsent(
                                        Operations.tagOf(operation.getValue(), path.getKey()),
                                        tag -> new LinkedHashSet<>())
                                .add(id);
                    }
                }));
        return new MethodNames(ids);
    }

    String of(String resource, String id) {
        return byResource.getOrDefault(resource, Map.of()).getOrDefault(id, id);
    }

    /** The one word with which all ids of the document begin, such as the name of the service; empty if there is none. */
    private static String lead(Map<String, Set<String>> ids) {
        Set<String> firsts = new HashSet<>();
        ids.values()
                .forEach(own -> own.forEach(id -> {
                    Matcher segment = SEGMENT.matcher(id);
                    firsts.add(segment.find() ? fold(segment.group()) : "");
                }));
        return firsts.size() == 1 ? firsts.iterator().next() : "";
    }

    private Map<String, String> names(String resource, Set<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (String id : ids) {
            String name = withoutResource(fold(resource), id)
                    .filter(MethodNames::isFit)
                    .orElse(id);
            names.put(id, name);
            uses.merge(fold(name), 1, Integer::sum);
            if (!name.equals(id)) {
                uses.merge(fold(id), 1, Integer::sum);
            }
        }
        names.replaceAll((id, name) -> uses.getOrDefault(fold(name), 0) > 1 ? id : name);
        return names;
    }

    /** What stands behind the name of the resource, where an id begins with that; one of many is called like all of them. */
    private Optional<String> withoutResource(String resource, String id) {
        String one = resource.endsWith("s") ? resource.substring(0, resource.length() - 1) : resource;
        return Stream.of(resource, one, resource + "s")
                .flatMap(word -> Stream.of(word, lead + word))
                .flatMap(word -> behind(word, id).stream())
                .findFirst();
    }

    private static Optional<String> behind(String words, String id) {
        StringBuilder said = new StringBuilder();
        Matcher segment = SEGMENT.matcher(id);
        while (segment.find() && said.length() < words.length()) {
            said.append(fold(segment.group()));
            if (said.toString().equals(words) && segment.find()) {
                return Optional.of(id.substring(segment.start()));
            }
        }
        return Optional.empty();
    }

    /** Whether it can be a method as it is. */
    private static boolean isFit(String name) {
        return Character.isLetter(name.codePointAt(0))
                && !SourceVersion.isKeyword(name.toLowerCase(Locale.ROOT))
                && !name.equalsIgnoreCase("yield")
                && !OF_OBJECT.contains(fold(name));
    }

    private static String fold(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
