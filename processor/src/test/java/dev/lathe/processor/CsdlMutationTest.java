package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.processor.emit.Emitters;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.odata.ODataFrontEnd;
import dev.lathe.processor.plan.PlanRequest;
import dev.lathe.processor.plan.Planner;
import dev.lathe.processor.select.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Breaks a document that uses all of CSDL in many small ways, always the same ones. Whatever comes of it is a client or
 * an error with a place; never an exception. {@code -Dmutations=N} runs more of them.
 */
class CsdlMutationTest {

    private static final int MUTATIONS = Integer.getInteger("mutations", 400);
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

    @Test
    void noMutationIsMoreThanADocumentWithAFault() throws IOException {
        String document;
        try (InputStream in = getClass().getResourceAsStream("/csdl/everything.csdl.xml")) {
            document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(problemsOf(document, "no mutation"))
                .extracting(Problem::code)
                .isSubsetOf("stream-property");
        for (int seed = 0; seed < MUTATIONS; seed++) {
            var random = new Random(seed);
            String mutated = document;
            for (int i = 0; i <= random.nextInt(3); i++) {
                mutated = mutate(mutated, random);
            }
            problemsOf(mutated, "seed " + seed);
        }
    }

    private static List<Problem> problemsOf(String document, String what) {
        try {
            return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> generate(document));
        } catch (Throwable failure) {
            throw new AssertionError(what + ": " + failure + "\n" + document, failure);
        }
    }

    private static List<Problem> generate(String document) {
        var problems = new Problems();
        var spec = new SpecSource(
                "everything.xml", document.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
        Optional<ApiModel> model = new ODataFrontEnd().read(spec, problems);
        if (model.isPresent() && !problems.hasErrors()) {
            ApiModel selected = Selection.of(List.of(), List.of(), SpecPath.of("everything.xml"))
                    .apply(model.get(), problems);
            var plan = Planner.plan(selected, new PlanRequest("a.b", "", "", true), problems);
            if (!problems.hasErrors()) {
                assertThat(Emitters.emit(plan)
                                .mapToInt(file -> file.toString().length())
                                .sum())
                        .isPositive();
            }
        } else {
            assertThat(problems.hasErrors()).isTrue();
        }
        assertThat(problems.all())
                .allMatch(problem -> problem.at().line() > 0 || problem.code().equals("nothing-to-generate"));
        return problems.all();
    }

    private static String mutate(String document, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> replace(document, ATTRIBUTE, random, attribute -> "");
            case 1 ->
                replace(
                        document,
                        ATTRIBUTE,
                        random,
                        attribute -> " " + attribute.group(1) + "=\"" + ODD.get(random.nextInt(ODD.size())) + "\"");
            case 2 -> {
                String other = any(document, ATTRIBUTE, random).group(2);
                yield replace(
                        document, ATTRIBUTE, random, attribute -> " " + attribute.group(1) + "=\"" + other + "\"");
            }
            case 3 -> {
                String other = any(document, ATTRIBUTE, random).group(1);
                yield replace(
                        document, ATTRIBUTE, random, attribute -> " " + other + "=\"" + attribute.group(2) + "\"");
            }
            case 4 -> replace(document, ELEMENT, random, element -> "");
            case 5 -> replace(document, ELEMENT, random, element -> element.group() + element.group());
            case 6 -> {
                String other = any(document, ELEMENT, random).group();
                yield replace(document, ELEMENT, random, element -> element.group() + other);
            }
            case 7 -> {
                String other = any(document, ELEMENT, random).group(1);
                yield replace(
                        document,
                        ELEMENT,
                        random,
                        element -> element.group().replace("<" + element.group(1), "<" + other));
            }
            default -> {
                int at = random.nextInt(document.length());
                int to = Math.min(document.length(), at + 1 + random.nextInt(12));
                yield document.substring(0, at) + (random.nextBoolean() ? "" : "\u00a7") + document.substring(to);
            }
        };
    }

    private static MatchResult any(String document, Pattern pattern, Random random) {
        List<MatchResult> all = pattern.matcher(document).results().toList();
        return all.get(random.nextInt(all.size()));
    }

    private static String replace(String document, Pattern pattern, Random random, Function<MatchResult, String> by) {
        List<MatchResult> all = pattern.matcher(document).results().toList();
        if (all.isEmpty()) {
            return document;
        }
        MatchResult one = all.get(random.nextInt(all.size()));
        return document.substring(0, one.start()) + by.apply(one) + document.substring(one.end());
    }
}
