package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a document, it becomes a client that compiles or an error with a place. The whole run,
 * {@code mvn -Pmutations -pl integration-tests -am verify}, is described in {@code docs/mutations.md}.
 */
class MutationTest {

    /** Mutations of a small document; larger ones get fewer, since each takes longer. */
    private static final int MUTATIONS = Integer.getInteger("lathe.mutations", 300);

    /** The number of the first one; another number makes others. */
    private static final int FIRST = Integer.getInteger("lathe.mutations.first", 0);

    /** Of larger documents only the sources are made. */
    private static final long COMPILED = 60_000;

    /** One thread, so that a run that hangs can be told. */
    private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor();

    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    static Path folder;

    /** The two documents that use all of their language. */
    @TestFactory
    Stream<DynamicTest> aMutationIsNoMoreThanADocumentWithAFault() {
        return Corpus.own().stream()
                .filter(document ->
                        List.of("everything.csdl.xml", "torture.yaml").contains(document.name()))
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> run(document, 40)));
    }

    @TestFactory
    @Tag("campaign")
    Stream<DynamicTest> noMutationOfAnyDocumentIsMore() throws IOException {
        return Stream.concat(Corpus.own().stream(), Corpus.sound().stream())
                // Its parts stand in other files.
                .filter(document -> !document.name().contains("separate"))
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> run(document, count(document))));
    }

    private static int count(Document document) throws IOException {
        long size = Files.size(document.file());
        return Math.max(5, (int) (size < 100_000 ? MUTATIONS : MUTATIONS * 50_000 / size));
    }

    @AfterAll
    static void writeTable() throws IOException {
        COMPILER.shutdownNow();
        Path target = Files.createDirectories(Path.of("target"));
        Files.write(
                target.resolve("mutations.md"),
                Stream.concat(
                                Stream.of(
                                        "| document | mutations | clients | of these compiled | refused | seconds |",
                                        "| --- | --: | --: | --: | --: | --: |"),
                                ROWS.stream())
                        .toList());
    }

    private static void run(Document document, int times) throws IOException, InterruptedException {
        Mutator mutator = Mutator.of(document);
        boolean compiled = Files.size(document.file()) < COMPILED;
        List<String> failures = new ArrayList<>();
        int clients = 0;
        long start = System.nanoTime();
        for (int seed = FIRST; seed < FIRST + times; seed++) {
            String text = mutator.mutate(new Random(31L * document.name().hashCode() + seed));
            String fault = faultOf(document, text, compiled);
            if (!fault.isEmpty() && !fault.equals("client")) {
                Path kept = Files.createDirectories(Path.of("target", "mutations"))
                        .resolve(document.name().replaceAll("\\W", "_") + "-" + seed + suffix(document));
                Files.writeString(kept, text);
                failures.add("seed " + seed + ", kept as " + kept + ": " + fault);
            }
            clients += fault.equals("client") ? 1 : 0;
        }
        ROWS.add("| " + document.name() + " | " + times + " | " + clients + " | " + (compiled ? clients : 0) + " | "
                + (times - clients - failures.size()) + " | " + (System.nanoTime() - start) / 1_000_000_000 + " |");
        assertThat(failures).isEmpty();
    }

    private static String suffix(Document document) {
        return document.odata() ? ".xml" : ".json";
    }

    /** {@code client} when there is one, empty when the document was refused, else what should not be. */
    private static String faultOf(Document document, String text, boolean compiled)
            throws IOException, InterruptedException {
        Path file = folder.resolve("mutated" + suffix(document));
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Document mutated = Document.sound(file, document.odata());
        InMemory javac = InMemory.of(mutated);
        if (!compiled) {
            javac.option("-proc:only");
        }
        InMemory.Outcome outcome;
        try {
            outcome = COMPILER.submit(javac::run).get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException failure) {
            return failure.toString();
        }
        if (!outcome.errorsOfJavac().isEmpty()) {
            return outcome.errorsOfJavac().get(0);
        }
        List<String> errors = outcome.errorsOfLathe();
        return errors.stream()
                .filter(error -> error.contains("[internal-error]")
                        || !error.contains("\n    at   ") && !error.contains("\n  at   "))
                .findFirst()
                .orElse(outcome.success() ? "client" : errors.isEmpty() ? "failed without an error" : "");
    }
}
