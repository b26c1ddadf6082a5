package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecLocatorTest {

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void aModule() {
        project = new Project(folder.resolve("module")).file("pom.xml", "<project/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/acme/shop/shop.xml",
                "src/main/specs/shop.xml",
                "src/main/resources/shop.xml",
                "specs/shop.xml",
                "src/main/java/specs/shop.xml",
                "target/classes/shop.xml"
            })
    void aSpecIsFoundWithoutAnyOption(String place) {
        project.csdl(place).annotated("com.acme.shop", "@dev.lathe.ODataClient(\"shop.xml\")");

        assertThat(project.process().succeeded().generated()).containsKey("com/acme/shop/Shop.java");
    }

    @Test
    void aSpecBesideTheSourceComesBeforeOneOfTheModule() {
        project.file("src/main/specs/shop.xml", Documents.csdl("Far"))
                .file("src/main/java/com/acme/shop/shop.xml", Documents.csdl("Near"))
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"shop.xml\")");

        assertThat(project.process().succeeded().generated()).containsKey("com/acme/shop/Near.java");
    }

    @Test
    void aFileThatIsTooLargeForASpecIsNotRead() throws IOException {
        project.file("specs/shop.xml", "").annotated("com.acme.shop", "@dev.lathe.ODataClient(\"shop.xml\")");
        try (var file =
                new java.io.RandomAccessFile(project.path("specs/shop.xml").toFile(), "rw")) {
            file.setLength((100L << 20) + 1); // takes no room on disk
        }

        project.process().onlyErrorAndNoClient("spec-too-large").says("more than 100 MB");
    }

    @Test
    void aFileThatCannotBeReadIsAnError() throws IOException {
        // Readable for nobody, whoever runs the test: its content is that of a process's memory, from address 0.
        Path memory = Path.of("/proc/self/mem");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(memory), "this system has no /proc");
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"/proc/self/mem\")");

        project.process().onlyErrorAndNoClient("spec-unreadable").says("check its permissions");
    }

    @Test
    void theFoldersOfTheOptionComeFirstAndInOrder() {
        project.file("src/main/java/com/acme/shop/shop.xml", Documents.csdl("Near"))
                .file("b/crm/shop.xml", Documents.csdl("Second"))
                .file("c/crm/shop.xml", Documents.csdl("Third"))
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"crm/shop.xml\")")
                .option("-Alathe.specs=" + project.path("a") + java.io.File.pathSeparator + project.path("b")
                        + java.io.File.pathSeparator + project.path("c"));

        assertThat(project.process().succeeded().generated()).containsKey("com/acme/shop/Second.java");
    }

    @Test
    void aSpecIsFoundInAFolderOfTheClassPath() {
        project.csdl("lib/specs/shop.xml")
                .classPath("lib")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"classpath:specs/shop.xml\")");

        project.process().succeeded();
    }

    @Test
    void aSpecIsFoundInAJarOfTheClassPath() throws IOException {
        Files.createDirectories(project.path("lib"));
        try (OutputStream out = Files.newOutputStream(project.path("lib/specs.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("specs/shop.xml"));
            jar.write(Documents.csdl().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        project.classPath("lib/specs.jar")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"classpath:/specs/shop.xml\")");

        project.process().succeeded();
    }

    @Test
    void aPathMayLeaveTheModuleWhenTheUserSaysSo() {
        new Project(folder).csdl("shared/shop.xml");
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"../../shared/shop.xml\")")
                .file("specs/other.txt", "");

        project.process().succeeded();
    }

    @Test
    void anAbsolutePathLeavesNoTraceInTheCode() {
        project.csdl("elsewhere/shop.xml");
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"" + project.path("elsewhere/shop.xml") + "\")");

        assertThat(project.process().succeeded().generated().values())
                .noneMatch(text -> text.contains(folder.toString()))
                .anyMatch(text -> text.contains("shop.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shpo.xml",
                "shop",
                "shop.csdl.xml",
                "SHOP.XML",
                "src/main/specs/shop.xml",
                "shop.xlm",
                "v4/shop.xml",
                "../shop.xml"
            })
    void aMissingSpecIsFoundUnderANameThatIsNearIt(String wrong) {
        project.csdl("src/main/specs/shop.xml")
                .csdl("src/main/specs/unlike.xml")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"" + wrong + "\")");

        project.process().onlyErrorAndNoClient("spec-not-found").says("did you mean 'shop.xml'?");
    }

    @Test
    void aMissingSpecInAFolderIsFoundInThatFolder() {
        project.csdl("src/main/specs/crm/shop.xml")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"crm/shops.xml\")");

        project.process().onlyErrorAndNoClient("spec-not-found").says("did you mean 'crm/shop.xml'?");
    }

    @Test
    void aMissingSpecWithAnAbsolutePathIsFoundBesideIt() {
        project.csdl("elsewhere/shop.xml")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"" + project.path("elsewhere/shops.xml") + "\")");

        project.process()
                .onlyErrorAndNoClient("spec-not-found")
                .says("did you mean '" + project.path("elsewhere/shop.xml") + "'?");
    }

    @Test
    void aMissingSpecNamesEveryPlaceLookedAt() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"shop.xml\")")
                .option("-Alathe.specs=" + project.path("extra"));

        project.process()
                .onlyErrorAndNoClient("spec-not-found")
                .at("\"shop.xml\"")
                .says("There is no spec 'shop.xml' in any of the 7 places")
                .says("looked at " + project.path("extra/shop.xml"))
                .says("looked at " + project.path("src/main/java/com/acme/shop/shop.xml"))
                .says("looked at " + project.path("src/main/specs/shop.xml"))
                .says("looked at " + project.path("src/main/resources/shop.xml"))
                .says("looked at " + project.path("specs/shop.xml"))
                .says("looked at the class output, as shop.xml")
                .says("looked at the class path, as shop.xml")
                .says("-Alathe.specs=DIR");
    }

    @Test
    void aMissingResourceIsNotLookedForInFolders() {
        project.csdl("src/main/specs/shop.xml")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"classpath:shop.xml\")");

        project.process().onlyErrorAndNoClient("spec-not-found").says("2 places");
    }

    @Test
    void aFolderIsNoSpec() {
        project.csdl("src/main/specs/crm/shop.xml").annotated("com.acme.shop", "@dev.lathe.ODataClient(\"crm\")");

        project.process()
                .onlyErrorAndNoClient("spec-is-directory")
                .at("\"crm\"")
                .says("name a file in it, such as 'crm/shop.xml'");
    }

    @Test
    void aFolderDoesNotHideAFileOfThatName() {
        project.file("src/main/specs/shop.xml/readme.txt", "")
                .csdl("specs/shop.xml")
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(\"shop.xml\")");

        project.process().succeeded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/$metadata",
                "HTTPS://example.com/a.yaml",
                "file:/tmp/a.xml",
                "jar:file:a.jar!/b"
            })
    void aUrlIsNeverFetched(String url) {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"" + url + "\")");

        project.process().onlyErrorAndNoClient("remote-spec").says("name its path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aSpecMustBeNamed(String spec) {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"" + spec + "\")");

        assertThat(project.process().onlyErrorAndNoClient("spec-not-named").message())
                .isEqualTo("[spec-not-named] The annotation names no spec.\n    give the path of a document");
    }

    @Test
    void aPathThatIsNoneIsReported() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(\"a\\0b.xml\")");

        project.process().onlyErrorAndNoClient("spec-not-found").says("is not a path");
    }
}
