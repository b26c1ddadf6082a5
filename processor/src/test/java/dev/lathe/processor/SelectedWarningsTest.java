package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user hears of a document from which he selects. */
class SelectedWarningsTest {

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void aModule() {
        project = new Project(folder).file("pom.xml", "<project/>");
    }

    private static final String TWO_FAULTS = """
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
            <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="Order"><Key><PropertyRef Name="Id"/></Key>
            <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Odd" Type="Edm.Sting"/></EntityType>
            <EntityType Name="Customer"><Key><PropertyRef Name="Id"/></Key>
            <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Odder" Type="Edm.Sting"/></EntityType>
            <EntityContainer Name="C"><EntitySet Name="Orders" EntityType="Shop.Order"/>
            <EntitySet Name="Customers" EntityType="Shop.Customer"/></EntityContainer>
            </Schema></edmx:DataServices></edmx:Edmx>""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Order/Odd|(first of 2 places)",
                ", include = \"Customers\"|Customer/Odder|''",
                ", include = {\"Customers.Id\", \"Orders\"}|Order/Odd|''",
                ", exclude = \"Orders\"|Customer/Odder|''",
            })
    void onlyWhatIsSelectedIsWarnedOf(String selection, String place, String places) {
        project.file("src/main/specs/two.xml", TWO_FAULTS)
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"two.xml\"" + selection + ")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .contains("[unknown-type]", "#" + place + " ", places);
    }

    @Test
    void whatNobodySelectedIsNotWarnedOf() {
        project.file("src/main/specs/two.xml", TWO_FAULTS)
                .annotated("com.acme.shop", "@dev.lathe.ODataClient(value = \"two.xml\", include = \"Customers.Id\")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .isEmpty();
    }

    @Test
    void operationsThatAreNotSelectedAreNotWarnedOf() {
        project.file("src/main/specs/two.yaml", """
                        openapi: 3.0.3
                        info: {title: Two, version: '1'}
                        paths:
                          /a: {get: {tags: [a], sumary: x, operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                          /b: {get: {tags: [b], sumary: x, operationId: b, responses: {'204': {description: ok}}}}
                        components: {schemas: {A: {type: objekt, properties: {x: {type: string}}}}}
                        """)
                .annotated("com.acme.two", "@dev.lathe.OpenApiClient(value = \"two.yaml\", include = \"b\")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .contains("[unknown-member]", "#/paths/~1b/get")
                .doesNotContain("places");
    }

    @Test
    void whatOperationsShareIsWarnedOfWhereOneOfThemIsSelected() {
        project.file("src/main/specs/shared.yaml", """
                        openapi: 3.0.3
                        info: {title: Shared, version: '1'}
                        paths:
                          /a: {get: {tags: [a], operationId: a, parameters: [{$ref: '#/components/parameters/One'}], responses: {'204': {description: ok}}}}
                          /b: {get: {tags: [b], operationId: b, parameters: [{$ref: '#/components/parameters/Two'}], responses: {'204': {description: ok}}}}
                        components:
                          parameters:
                            One: {name: one, in: query, style: odd, schema: {type: string}}
                            Two: {name: two, in: query, style: odd, schema: {type: string}}
                        """)
                .annotated("com.acme.shared", "@dev.lathe.OpenApiClient(value = \"shared.yaml\", include = \"b\")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .contains("[odd-style]", "#/components/parameters/Two/style")
                .doesNotContain("places");
    }

    @Test
    void partsOfASelectedTypeAreWarnedOf() {
        project.file("src/main/specs/parts.yaml", """
                        openapi: 3.0.3
                        info: {title: Parts, version: '1'}
                        paths:
                          /a: {get: {tags: [a], operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                          /b: {get: {tags: [b], operationId: b, responses: {'204': {description: ok}}}}
                        components:
                          schemas:
                            Part: {type: object, propertys: {lost: {type: string}}, properties: {x: {type: string}}}
                            A: {allOf: [{$ref: '#/components/schemas/Part'}, {type: object, properties: {y: {type: string}}}]}
                        """)
                .annotated("com.acme.parts", "@dev.lathe.OpenApiClient(value = \"parts.yaml\", include = \"a\")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .contains("[unknown-member]", "#/components/schemas/Part/propertys");
    }

    @Test
    void aSelectionOfNothingIsReported() {
        project.file("src/main/specs/two.xml", TWO_FAULTS)
                .annotated(
                        "com.acme.shop",
                        "@dev.lathe.ODataClient(value = \"two.xml\", include = \"Orders\", exclude = \"*\")");

        assertThat(project.process().succeeded().messages(Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .contains("[nothing-selected]");
    }
}
