package dev.lathe.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Mutations of CSDL, on its text: what is no XML afterwards is a mutation too. */
final class XmlMutator implements Mutator {

    private static final Pattern ATTRIBUTE = Pattern.compile(" (\\w+)=\"([^\"]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)[^<>]*/>");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "Collection(",
            "Collection()",
            "Edm.",
            ".",
            "a.b.c",
            "C.Place",
            "Lib.Book",
            "Edm.Stream",
            "Self.X",
            "/",
            "*/",
            "\u00e9\ud83d\ude00",
            "&lt;",
            "true",
            "-1",
            "99999999999999999999",
            "Collection(Collection(Edm.String))",
            "C.C",
            "null");

    private final String document;

    private XmlMutator(String document) {
        this.document = document;
    }

    static XmlMutator of(Path file) throws IOException {
        return new XmlMutator(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Override
    public String mutate(Random random) {
        String mutated = document;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutated = mutate(mutated, random);
        }
        return mutated;
    }

    private static String mutate(String text, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> replace(text, ATTRIBUTE, random, attribute -> "");
            case 1 ->
                replace(
                        text,
                        ATTRIBUTE,
                        random,
                        attribute -> " " + attribute.group(1) + "=\"" + ODD.get(random.nextInt(ODD.size())) + "\"");
            case 2 ->
                graft(
                        text,
                        ATTRIBUTE,
                        random,
                        (attribute, other) -> " " + attribute.group(1) + "=\"" + other.group(2) + "\"");
            case 3 ->
                graft(
                        text,
                        ATTRIBUTE,
                        random,
                        (attribute, other) -> " " + other.group(1) + "=\"" + attribute.group(2) + "\"");
            case 4 -> replace(text, ELEMENT, random, element -> "");
            case 5 -> replace(text, ELEMENT, random, element -> element.group() + element.group());
            case 6 -> graft(text, ELEMENT, random, (element, other) -> element.group() + other.group());
            case 7 ->
                graft(
                        text,
                        ELEMENT,
                        random,
                        (element, other) -> element.group().replace("<" + element.group(1), "<" + other.group(1)));
            default -> {
                int at = random.nextInt(text.length());
                int to = Math.min(text.length(), at + 1 + random.nextInt(12));
                yield text.substring(0, at) + (random.nextBoolean() ? "" : "\u00a7") + text.substring(to);
            }
        };
    }

    private interface Graft {
        String of(MatchResult one, MatchResult other);
    }

    private static String graft(String text, Pattern pattern, Random random, Graft graft) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        return all.isEmpty()
                ? text
                : replace(text, pattern, random, one -> graft.of(one, all.get(random.nextInt(all.size()))));
    }

    private static String replace(String text, Pattern pattern, Random random, Function<MatchResult, String> by) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        if (all.isEmpty()) {
            return text;
        }
        MatchResult one = all.get(random.nextInt(all.size()));
        return text.substring(0, one.start()) + by.apply(one) + text.substring(one.end());
    }
}
