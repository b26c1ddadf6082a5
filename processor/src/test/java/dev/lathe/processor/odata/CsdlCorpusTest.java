package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published and hostile documents, which lie beside the project when they are there. */
class CsdlCorpusTest {

    private static final Path CORPUS = Path.of("../../shared/corpus");

    /** A row of the corpus' index. */
    private record Row(String file, String expect) {}

    @TestFactory
    Stream<DynamicTest> everyDocumentIsReadOrRefusedAsItsIndexSays() throws IOException {
        assumeTrue(Files.exists(CORPUS), "no corpus at " + CORPUS);
        return rows().map(row -> DynamicTest.dynamicTest(row.file, () -> check(row)));
    }

    private static void check(Row row) throws IOException {
        Csdl.Read read = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Csdl.bytes(Files.readAllBytes(CORPUS.resolve(row.file))));

        assertThat(read.problems().stream().map(Problem::text).toList().toString())
                .doesNotContain("canary");
        switch (row.expect) {
            case "generate" -> {
                assertThat(read.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
                assertResolves(read.found().orElseThrow());
            }
            case "refuse" -> {
                assertThat(read.found()).isEmpty();
                assertThat(read.problems()).anyMatch(p -> p.severity() == Problem.Severity.ERROR);
            }
            case "report" -> assertThat(read.problems()).isNotEmpty();
            default -> read.found().ifPresent(CsdlCorpusTest::assertResolves);
        }
    }

    private static void assertResolves(ApiModel model) {
        for (TypeDecl type : model.types()) {
            if (type instanceof ObjectDecl object) {
                object.base().ifPresent(base -> assertThat(model.object(base)).isPresent());
                object.properties().forEach(property -> assertResolves(property.type(), model));
                object.navigations()
                        .forEach(navigation ->
                                assertThat(model.object(navigation.target())).isPresent());
            }
        }
        for (ODataOperation operation : model.operations()) {
            operation.parameters().forEach(parameter -> assertResolves(parameter.type(), model));
            operation.returns().ifPresent(type -> assertResolves(type, model));
        }
    }

    private static void assertResolves(TypeRef type, ApiModel model) {
        if (type instanceof TypeRef.ListOf list) {
            assertResolves(list.item(), model);
        } else if (type instanceof TypeRef.Named named) {
            assertThat(model.type(named.id())).as("%s", named).isPresent();
        }
    }

    /** The figures were counted on the document by other means. */
    @Test
    void nothingOfTheDataverseDocumentIsLost() throws IOException {
        ApiModel model = dataverse().model();

        List<ObjectDecl> objects = model.types().stream()
                .filter(ObjectDecl.class::isInstance)
                .map(ObjectDecl.class::cast)
                .toList();
        assertThat(objects)
                .filteredOn(type -> type.kind() == ObjectDecl.Kind.ENTITY)
                .hasSize(299);
        assertThat(objects)
                .filteredOn(type -> type.kind() == ObjectDecl.Kind.COMPLEX)
                .hasSize(349);
        assertThat(model.types()).hasSize(299 + 349 + 51);
        assertThat(objects.stream().flatMap(type -> type.properties().stream())).hasSize(8_321);
        assertThat(objects.stream().flatMap(type -> type.navigations().stream()))
                .hasSize(4_936);
        assertThat(objects.stream().flatMap(type -> type.navigations().stream()).map(Navigation::lookup))
                .filteredOn(Optional::isPresent)
                .hasSize(2_171);
        assertThat(model.resources()).hasSize(269).allMatch(Resource.EntitySet.class::isInstance);
        assertThat(model.operations()).hasSize(184 + 198 - 69);
        assertThat(model.operations()).filteredOn(ODataOperation::composable).hasSize(29);
        assertThat(objects.stream().flatMap(type -> type.properties().stream()))
                .filteredOn(property -> property.access() == Property.Access.READ_ONLY)
                .hasSize(1_509);
    }

    @Test
    void linksOfTheDataverseDocumentAreTakenFromItAndNotFromNames() throws IOException {
        var read = dataverse();

        assertThat(read.type("systemuser").key()).containsExactly(KeyPart.of("ownerid"));
        assertThat(read.navigation("account", "sla_account_sla").lookup()).contains("_slaid_value");
        assertThat(read.navigation("account", "primarycontactid").targetSet()).contains("contacts");
        assertThat(read.navigation("account", "ownerid").target())
                .isEqualTo(new TypeId("Microsoft.Dynamics.CRM.principal"));
        assertThat(read.navigation("account", "ownerid").targetSet())
                .as("the set 'owners' is bound but not declared")
                .isEmpty();
        assertThat(read.property("account", "name").at().toString())
                .matches("shop.xml#account/name \\(line \\d+, column 9\\)");
    }

    @Test
    void placesInTheDataverseDocumentPointAtTheElement() throws IOException {
        String text = new String(Files.readAllBytes(document()), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();

        for (TypeDecl type : dataverse().model().types()) {
            assertThat(lines.get(type.at().line() - 1).substring(type.at().column() - 1))
                    .matches("<(Entity|Complex|Enum)Type Name=\"" + type.name() + "\".*");
        }
    }

    private static Csdl.Read dataverse() throws IOException {
        return Csdl.bytes(Files.readAllBytes(document()));
    }

    private static Path document() {
        Path document = CORPUS.resolve("csdl/dataverse-v9.1.xml");
        assumeTrue(Files.exists(document), "no corpus at " + CORPUS);
        return document;
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(CORPUS.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[1].equals("csdl"))
                .map(cells -> new Row(cells[0], cells[3]));
    }
}
