package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.FrontEnd;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatheProcessorTest {

    private static final String SHOP = "@dev.lathe.ODataClient(\"shop.xml\")";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void aModule() {
        project = new Project(folder).file("pom.xml", "<project/>").csdl("src/main/specs/shop.xml");
    }

    @Test
    void aNoteTellsWhatCameOut() {
        var outcome = project.annotated("com.acme.shop", SHOP).process().succeeded();

        assertThat(outcome.messages(Diagnostic.Kind.NOTE)).hasSize(1);
        assertThat(outcome.messages(Diagnostic.Kind.NOTE).get(0))
                .matches("Lathe: shop\\.xml: read OData 4\\.0, 1 type, 0 operations, "
                        + outcome.generated().size() + " files in \\d+ ms");
    }

    @Test
    void allPackagesGetTheirClient() {
        project.csdl("src/main/specs/other.xml")
                .annotated("com.acme.shop", SHOP)
                .annotated("com.acme.other", "@dev.lathe.ODataClient(value = \"other.xml\", name = \"Other\")");

        assertThat(project.process().succeeded().generated())
                .containsKeys("com/acme/shop/Shop.java", "com/acme/other/Other.java");
    }

    @Test
    void anErrorInOneSpecLeavesTheOtherClient() {
        project.annotated("com.acme.shop", SHOP).annotated("com.acme.gone", "@dev.lathe.ODataClient(\"gone.xml\")");

        var outcome = project.process();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages(Diagnostic.Kind.ERROR)).hasSize(1);
        assertThat(outcome.generated()).containsKey("com/acme/shop/Shop.java");
    }

    @Test
    void twoRunsGiveTheSameSources() {
        project.annotated("com.acme.shop", SHOP);

        assertThat(project.process().succeeded().generated())
                .isEqualTo(project.processor(new LatheProcessor())
                        .process()
                        .succeeded()
                        .generated());
    }

    @Test
    void javacFindsNoAnnotationThatNobodyClaims() {
        project.annotated("com.acme.shop", SHOP).option("-Xlint:processing");

        assertThat(project.process().succeeded().diagnostics())
                .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .noneMatch(message -> message.contains("No processor claimed"));
    }

    @Test
    void aRunOverTheOutputOfAnEarlierOneWritesItAgain() {
        project.annotated("com.acme.shop", SHOP);
        project.process().succeeded();

        project.processor(new LatheProcessor())
                .option("-sourcepath")
                .option(project.path("target/generated-sources/annotations").toString())
                .process()
                .succeeded();
    }

    @Test
    void aPackageThatAnotherProcessorGeneratesGetsItsClient() {
        var outcome = project.file("src/main/java/A.java", "class A {}")
                .processor(new WritesPackageFirst(new LatheProcessor()))
                .process()
                .succeeded();

        assertThat(outcome.generated()).containsKey("com/acme/late/Shop.java");
    }

    @Test
    void twoAnnotationsOnOnePackageAreOneError() {
        project.annotated("com.acme.shop", "@dev.lathe.OpenApiClient(\"shop.yaml\")\n" + SHOP);

        project.process()
                .onlyErrorAndNoClient("package-taken")
                .at("\"shop.xml\"")
                .says("'com.acme.shop' carries @OpenApiClient for 'shop.yaml' already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Client", "class", "a.b", "1st"})
    void theNameOfTheClientMustBeOneOfJava(String name) {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", name = \"" + name + "\")");

        project.process().onlyError("client-name").at("\"" + name + "\"");
    }

    @Test
    void anUnknownProfileIsNamedWithTheNearestOne() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", profile = \"dataverce\")");

        project.process().onlyError("unknown-profile").at("\"dataverce\"").says("did you mean 'dataverse'?");
    }

    @Test
    void aPatternThatMatchesNothingIsAnErrorAtThePattern() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", include = \"Ordres\")");

        project.process().onlyError("no-match").at("\"Ordres\"").says("did you mean 'Orders'?");
    }

    @Test
    void aPatternThatIsNearNothingSaysHowPatternsWork() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", include = \"Unlike\")");

        project.process().onlyError("no-match").says("'*' stands for any characters");
    }

    @Test
    void twoLettersOfAColumnMayBeSwapped() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", include = \"Orders.Nubmer\")");

        project.process().onlyError("no-match").says("did you mean 'Number'?");
    }

    @Test
    void codeForAnOlderJavaIsOneErrorAndNoFiles() {
        project.annotated("com.acme.shop", SHOP).option("--release").option("11");

        project.process()
                .onlyErrorAndNoClient("java-version")
                .at("\"shop.xml\"")
                .says("compiled as Java 11; generated code needs Java 17")
                .says("set --release to 17");
    }

    @ParameterizedTest
    @CsvSource({"requires static org.jspecify;,true", "'',false"})
    void codeOfAModuleNamesNullnessWhereTheModuleSeesJspecify(String requires, boolean annotated) {
        var outcome = project.annotated("com.acme.shop", SHOP)
                .file("src/main/java/module-info.java", "module acme { requires dev.lathe.runtime; " + requires + " }")
                .option("--module-path")
                .option(System.getProperty("java.class.path"))
                .process()
                .succeeded();

        assertThat(outcome.generated().get("com/acme/shop/Order.java").contains("@NullMarked"))
                .isEqualTo(annotated);
    }

    @Test
    void onlyWhatIsIncludedComesOut() {
        project.annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", include = \"Orders.Number\")");

        assertThat(project.process().succeeded().generated().get("com/acme/shop/Order.java"))
                .contains("getNumber")
                .doesNotContain("getRemark");
    }

    @Test
    void aNavigationToATableThatIsLeftOutSaysWhereItLeads() {
        String order = "<Property Name=\"Remark\" Type=\"Edm.String\"/>";
        String customer = "<EntityType Name=\"Customer\"><Key><PropertyRef Name=\"Id\"/></Key>"
                + "<Property Name=\"Id\" Type=\"Edm.Int32\" Nullable=\"false\"/></EntityType>";
        project.file(
                        "src/main/specs/shop.xml",
                        Documents.csdl()
                                .replace(order, order + "<NavigationProperty Name=\"Buyer\" Type=\"Shop.Customer\"/>")
                                .replace("<EntityContainer", customer + "<EntityContainer"))
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"shop.xml\", include = \"Orders\")");

        assertThat(project.process().succeeded().generated().get("com/acme/shop/Orders.java"))
                .contains("ToOne<Order, ODataEntity> BUYER")
                .contains("Leads to Shop.Customer, for which this client has no class.");
    }

    @ParameterizedTest
    @CsvSource({"get,200,true", "get,204,false", "post,200,false"})
    void aMethodThatGetsNothingSaysThatTheDocumentDescribesNothing(String method, String status, boolean said) {
        project.file("src/main/specs/pets.yaml", """
                        openapi: 3.0.3
                        info: {title: Zoo, version: "1"}
                        paths:
                          /pets:
                            %s: {tags: [pets], operationId: ask, responses: {'%s': {description: Done.}}}
                        """.formatted(method, status))
                .annotated("com.acme.pets", "@dev.lathe.OpenApiClient(\"pets.yaml\")");

        assertThat(project.process()
                        .succeeded()
                        .generated()
                        .get("com/acme/pets/Pets.java")
                        .contains("The document does not say what the answer holds, so none of it is read."))
                .isEqualTo(said);
    }

    @Test
    void theUsersOwnClassIsNotOverwritten() {
        project.annotated("com.acme.shop", SHOP)
                .file("src/main/java/com/acme/shop/Order.java", "package com.acme.shop; class Order {}");

        project.process()
                .onlyError("class-taken")
                .says("The class com.acme.shop.Order would be generated, but you have written one of that name.");
    }

    @Test
    void theOutputOfAnEarlierRunAmongTheSourcesIsRecognised() {
        var first = project.annotated("com.acme.shop", SHOP).process().succeeded();
        project.file("src/main/java/com/acme/shop/Order.java", first.generated().get("com/acme/shop/Order.java"));

        var outcome = project.processor(new LatheProcessor()).process();
        assertThat(outcome.messages(Diagnostic.Kind.ERROR)).hasSize(1);
        assertThat(outcome.messages(Diagnostic.Kind.ERROR).get(0)).contains("of an earlier run is among the sources");
    }

    @Test
    void aFaultOfAPartIsAWarningAtTheAnnotation() {
        project.file("src/main/specs/shop.xml", Documents.faultyCsdl()).annotated("com.acme.shop", SHOP);

        var outcome = project.process().succeeded();
        assertThat(outcome.messages(Diagnostic.Kind.WARNING)).hasSize(1);
        assertThat(outcome.messages(Diagnostic.Kind.WARNING).get(0))
                .startsWith("[unknown-type] OData has no type 'Edm.Sting'")
                .containsPattern("\n +at   shop\\.xml#Order/Remark \\(line 5, column 5\\)\n")
                .endsWith("did you mean 'Edm.String'?\n    to keep this code back: -Alathe.silence=unknown-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Alathe.strict", "-Alathe.strict=true"})
    void strictMakesWarningsErrors(String option) {
        project.file("src/main/specs/shop.xml", Documents.faultyCsdl())
                .annotated("com.acme.shop", SHOP)
                .option(option);

        var outcome = project.process();
        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages(Diagnostic.Kind.ERROR)).hasSize(1);
        assertThat(outcome.messages(Diagnostic.Kind.ERROR).get(0)).startsWith("[unknown-type] ");
        assertThat(outcome.generated())
                .as("or the user's code would miss every class")
                .isNotEmpty();
    }

    @Test
    void aWarningThatTheUserKnowsIsSilent() {
        project.file("src/main/specs/shop.xml", Documents.faultyCsdl())
                .annotated("com.acme.shop", SHOP)
                .option("-Alathe.strict=true")
                .option("-Alathe.silence=no-import,unknown-type");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .isEmpty();
    }

    @Test
    void aCodeToKeepBackThatThereIsNotIsReported() {
        project.annotated("com.acme.shop", SHOP).option("-Alathe.silence=unknown-tipe,not-generated");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .containsExactly("[unknown-code] -Alathe.silence names 'unknown-tipe', but there is no such code.\n"
                        + "    did you mean 'unknown-type'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Alathe.strict=perhaps", "-Alathe.specs=a\0b"})
    void anOptionThatCannotBeUnderstoodIsAnError(String option) {
        project.annotated("com.acme.shop", SHOP).option(option);

        project.process().onlyErrorAndNoClient("invalid-option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name = \"not a name\"", "profile = \"dataverce\"", "include = \"Ordres\""})
    void afterAnErrorTheClassesAreThereSoThatNothingElseIsMissing(String attribute) {
        project.annotated(
                "com.acme.shop", SHOP.replace(")", ", " + attribute + ")").replace("(", "(value = "));

        assertThat(project.process().generated())
                .containsKeys("com/acme/shop/Shop.java", "com/acme/shop/Orders.java", "com/acme/shop/Order.java");
    }

    @Test
    void membersOfAnyNameAreOfTheTypeThatTheBaseSays() {
        project.file("src/main/specs/api.yaml", """
                        openapi: 3.0.3
                        info: {title: Api, version: '1'}
                        paths: {}
                        components:
                          schemas:
                            Pet:
                              type: object
                              discriminator: {propertyName: kind}
                              properties: {kind: {type: string}}
                              additionalProperties: {type: integer}
                            Cat:
                              allOf:
                                - {$ref: '#/components/schemas/Pet'}
                                - {type: object, additionalProperties: {type: string}}
                        """)
                .annotated("com.acme.api", "@dev.lathe.OpenApiClient(\"api.yaml\")");

        var outcome = project.process().succeeded();
        assertThat(outcome.messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .startsWith("[additional-type] ")
                .contains("api.yaml#/components/schemas/Cat (line 11, column 5)");
        assertThat(outcome.generated().get("com/acme/api/Pet.java"))
                .contains("Map<String, Long> additionalProperties()");
        assertThat(outcome.generated().get("com/acme/api/Cat.java")).doesNotContain("additionalProperties");
    }

    @Test
    void aClassThatCannotBeWrittenIsAnError() {
        // A file stands where the folder of the package has to be.
        project.file("target/generated-sources/annotations/com", "in the way").annotated("com.acme.shop", SHOP);

        assertThat(project.process().messages(Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[cannot-write] The class com.acme.shop.");
    }

    @Test
    void anEmptyDocumentIsAnErrorAtTheAnnotation() {
        project.file("src/main/specs/shop.xml", "").annotated("com.acme.shop", SHOP);

        project.process()
                .onlyErrorAndNoClient("empty-document")
                .at("\"shop.xml\"")
                .says("shop.xml (line 1, column 1)");
    }

    @Test
    void aNameInADocumentCannotPretendToBeAMessage() {
        project.file(
                        "src/main/specs/shop.xml",
                        Documents.csdl()
                                .replace(
                                        "Name=\"Remark\" Type=\"Edm.String\"",
                                        "Name=\"R&#10;error: x\" Type=\"a.b&#10;c\""))
                .annotated("com.acme.shop", SHOP);

        String message = project.process().messages(Diagnostic.Kind.WARNING).get(0);
        assertThat(message).contains("declares no type 'a.b c'").contains("shop.xml#Order/R error: x (line 5");
        assertThat(message.lines()).hasSize(3);
    }

    @Test
    void aBugOfOursSaysThatItIsOne() {
        Function<Language, FrontEnd> broken = language -> (spec, problems) -> {
            throw new IllegalStateException("first\n    at second(Third.java:4)", new NullPointerException("deep"));
        };
        project.annotated("com.acme.shop", SHOP).processor(new LatheProcessor(broken));

        project.process()
                .onlyErrorAndNoClient("internal-error")
                .says("This is a bug of Lathe, not a mistake of yours.")
                .says("java.lang.IllegalStateException: first     at second(Third.java:4)")
                .says("because  java.lang.NullPointerException: deep")
                .says("in dev.lathe.processor.LatheProcessorTest")
                .says("please report it");
    }

    @Test
    void anEndlessRecursionIsABugOfOursToo() {
        Function<Language, FrontEnd> broken = language -> (spec, problems) -> {
            throw new StackOverflowError();
        };
        project.annotated("com.acme.shop", SHOP).processor(new LatheProcessor(broken));

        project.process().onlyErrorAndNoClient("internal-error").says("java.lang.StackOverflowError");
    }

    /** Writes an annotated package in the first round, as another generator of a build may. */
    private static final class WritesPackageFirst extends AbstractProcessor {

        private final LatheProcessor lathe;
        private boolean wrote;

        WritesPackageFirst(LatheProcessor lathe) {
            this.lathe = lathe;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(javax.annotation.processing.ProcessingEnvironment environment) {
            super.init(environment);
            lathe.init(environment);
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!wrote) {
                wrote = true;
                try (Writer out = processingEnv
                        .getFiler()
                        .createSourceFile("com.acme.late.package-info")
                        .openWriter()) {
                    out.write(SHOP + "\npackage com.acme.late;\n");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return lathe.process(annotations, round);
        }
    }
}
