package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Dataverse document, whole: 299 entity types, 349 complex types, 51 enumerations, 382 operations. The
 * generated client talks to a sandbox that serves that very document.
 */
class DataverseDocumentTest {

    @TempDir
    Path folder;

    private static Javac.Result compiled;
    private static Path document;
    private static Sandbox sandbox;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        document = RealClient.document();
        compiled = RealClient.compiled();
        sandbox = Sandbox.start(SandboxOptions.defaults().csdl(document));
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void theWholeDocumentCompilesWithoutAWarning() {
        assertThat(compiled.status()).as(compiled.log()).isZero();
        assertThat(compiled.log()).doesNotContain("warning:").contains("Lathe: dataverse-v9.1.xml");
    }

    @Test
    void theProcessorAloneNeedsNoMoreThanHalfAGigabyte() throws IOException, InterruptedException {
        Javac.Result result = Javac.in(folder.resolve("processor-only"), "512m")
                .option("-proc:only")
                .option("-Alathe.specs=" + document.getParent())
                .source("crm/package-info.java", "@dev.lathe.ODataClient(\"dataverse-v9.1.xml\")\npackage crm;\n")
                .run();

        assertThat(result.status()).as(result.log()).isZero();
    }

    @Test
    void noMethodIsTooLongForTheJustInTimeCompiler() throws IOException {
        List<byte[]> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(compiled.classes())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.add(Files.readAllBytes(file));
            }
        }

        assertThat(Bytecode.tooLong(classes)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theClientWorksAgainstAServiceOfThatDocument() throws ReflectiveOperationException, IOException {
        return scenarios("scenarios.DataverseScenarios");
    }

    @TestFactory
    Stream<DynamicTest> operationsAreCalledAsThatDocumentDeclaresThem()
            throws ReflectiveOperationException, IOException {
        return scenarios("scenarios.OperationScenarios");
    }

    private static Stream<DynamicTest> scenarios(String name) throws ReflectiveOperationException, IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled.classes().toUri().toURL()});
        Class<?> scenarios = loader.loadClass(name);
        return Arrays.stream(scenarios.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(m -> DynamicTest.dynamicTest(m.getName(), () -> run(m)));
    }

    private static void run(Method scenario) throws Throwable {
        try {
            scenario.invoke(null, sandbox);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
