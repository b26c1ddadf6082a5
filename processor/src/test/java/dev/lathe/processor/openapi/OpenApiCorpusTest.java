package dev.lathe.processor.openapi;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published and hostile documents, where the corpus is at hand beside the project. */
class OpenApiCorpusTest {

    private static final Path CORPUS = Path.of("..", "..", "shared", "corpus");

    /** Documents without a fault say nothing; these have one, or hold what no client is made of. */
    private static final List<String> WITH_WARNINGS = List.of(
            "adobe-audience-manager-customer-data.json",
            "adobe-aep-access-control.yaml",
            "adobe-aep-sandbox.yaml",
            "basic-3.1.yaml",
            "burgershop-3.1.yaml",
            "callback-example.yaml",
            "link-example.yaml",
            "sap-test-service.json",
            "tictactoe-3.1.yaml",
            "webhook-only-3.1.yaml");

    static Stream<Arguments> documents() throws IOException {
        if (!Files.exists(CORPUS.resolve("index.tsv"))) {
            return Stream.of(Arguments.of("no corpus", ""));
        }
        try (Stream<String> lines = Files.lines(CORPUS.resolve("index.tsv"))) {
            return lines
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[1].equals("openapi") && !cells[3].equals("-"))
                    .map(cells -> Arguments.of(cells[0], cells[3]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("documents")
    void documentIsReadReportedOrRefused(String file, String expected) {
        assumeTrue(
                !expected.isEmpty(),
                "the corpus is not there: looked in " + CORPUS.toAbsolutePath().normalize());
        boolean separate = file.contains("petstore-separate");
        Path document = CORPUS.resolve(file);
        Path root = separate ? document.getParent().getParent() : document.getParent();
        long start = System.nanoTime();
        Reading reading = Reading.of(root, root.relativize(document).toString());
        long millis = (System.nanoTime() - start) / 1_000_000;

        List<Problem> errors = reading.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        switch (expected) {
            case "generate" -> {
                assertThat(errors).isEmpty();
                if (!WITH_WARNINGS.contains(document.getFileName().toString())) {
                    reading.clean();
                }
            }
            case "refuse" -> assertThat(errors).isNotEmpty();
            case "report" -> assertThat(reading.problems()).isNotEmpty();
            default -> assertThat(reading.model().isPresent()).isEqualTo(errors.isEmpty());
        }
        assertThat(reading.problems().toString()).doesNotContain("XXE-CANARY").doesNotContain("Exception");
        // Generous: the machine may be busy. A hang or a blow-up takes far longer.
        assertThat(millis).isLessThan(60_000);
        reading.model().ifPresent(OpenApiCorpusTest::everyNameResolves);
    }

    @Test
    void sameDocumentIsReadTheSameTwice() {
        Path root = CORPUS.resolve("openapi");
        assumeTrue(Files.exists(root.resolve("asana.yaml")), "the corpus is not there");
        Function<Reading, String> print =
                reading -> reading.get().types() + "\n" + reading.get().resources();
        assertThat(print.apply(Reading.of(root, "asana.yaml"))).isEqualTo(print.apply(Reading.of(root, "asana.yaml")));
    }

    static void everyNameResolves(ApiModel model) {
        List<TypeRef> used = new ArrayList<>();
        for (TypeDecl type : model.types()) {
            if (type instanceof ObjectDecl object) {
                object.properties().forEach(property -> used.add(property.type()));
                object.additional().ifPresent(used::add);
                object.base().ifPresent(base -> used.add(new TypeRef.Named(base)));
                object.discriminator()
                        .ifPresent(d -> d.mapping().values().forEach(id -> used.add(new TypeRef.Named(id))));
                assertThat(object.properties()).doesNotHaveDuplicates();
            } else if (type instanceof UnionDecl union) {
                assertThat(union.cases()).isNotEmpty();
                used.addAll(union.cases());
                union.discriminator()
                        .ifPresent(d -> d.mapping().values().forEach(id -> used.add(new TypeRef.Named(id))));
            } else if (type instanceof EnumDecl list) {
                assertThat(list.members()).isNotEmpty();
            }
        }
        List<String> ids = new ArrayList<>();
        for (Resource resource : model.resources()) {
            for (HttpOperation operation : ((Resource.Tagged) resource).operations()) {
                // An operation with several forms is there once for each.
                ids.add(operation.id() + " as " + operation.name());
                operation.parameters().forEach(parameter -> used.add(parameter.type()));
                operation.body().ifPresent(body -> used.add(body.type()));
                operation.answers().ifPresent(used::add);
                operation.responses().forEach(response -> {
                    response.type().ifPresent(used::add);
                    response.headers().forEach(header -> used.add(header.type()));
                });
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        Map<Boolean, Long> resolved =
                used.stream().collect(toMap(type -> resolves(type, model), type -> 1L, Long::sum));
        assertThat(resolved.getOrDefault(false, 0L)).isZero();
    }

    private static boolean resolves(TypeRef type, ApiModel model) {
        if (type instanceof TypeRef.Named named) {
            return model.type(named.id()).isPresent();
        }
        if (type instanceof TypeRef.ListOf list) {
            return resolves(list.item(), model);
        }
        return !(type instanceof TypeRef.MapOf map) || resolves(map.value(), model);
    }
}
