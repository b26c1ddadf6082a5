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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * The real Dataverse document, whole: 299 entity types, 349 complex types, 51 enumerations, 382 operations. The
 * generated client talks to a sandbox that serves that very document.
 */
class DataverseDocumentTest {

    private static final int MOST_BYTECODE = 8_000;

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
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(compiled.classes())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new LongMethods(tooLong), ClassReader.SKIP_DEBUG);
            }
        }

        assertThat(tooLong).isEmpty();
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

    /** Collects methods that HotSpot will not compile; static initializers run once and do not matter. */
    private static final class LongMethods extends ClassVisitor {
        private final List<String> found;
        private String className = "";

        LongMethods(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            className = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            if (name.equals("<clinit>")) {
                return null;
            }
            return new CodeSize(found, className + "." + name);
        }
    }

    private static final class CodeSize extends CodeSizeEvaluator {
        private final List<String> found;
        private final String name;

        CodeSize(List<String> found, String name) {
            super(Opcodes.ASM9, null);
            this.found = found;
            this.name = name;
        }

        @Override
        public void visitEnd() {
            if (getMaxSize() > MOST_BYTECODE) {
                found.add(name + ": " + getMaxSize() + " bytes");
            }
        }
    }
}
