package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsdlOperationsTest {

    @Test
    void anImportedFunctionIsCalledByTheNameOfItsImport() {
        var read = Csdl.schema("""
                <Function Name="Find" IsComposable="true">
                  <Parameter Name="name" Type="Edm.String" Nullable="false"/>
                  <Parameter Name="top" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter>
                  <ReturnType Type="Collection(Edm.String)"/>
                </Function>
                <EntityContainer Name="C"><FunctionImport Name="Search" Function="Shop.Find"/></EntityContainer>
                """);

        read.model();
        ODataOperation find = read.operation("Find");
        assertThat(find.action()).isFalse();
        assertThat(find.composable()).isTrue();
        assertThat(find.importName()).contains("Search");
        assertThat(find.qualifiedName()).isEqualTo("Shop.Find");
        assertThat(find.returns()).contains(new TypeRef.ListOf(TypeRef.STRING));
        assertThat(find.parameters())
                .extracting(ODataOperation.Parameter::optional)
                .containsExactly(false, true);
        assertThat(find.parameters())
                .extracting(ODataOperation.Parameter::nullable)
                .containsExactly(false, true);
        assertThat(find.at().pointer()).isEqualTo("Find");
    }

    @Test
    void aNullableParameterOfAnActionMayBeLeftOut() {
        var read = Csdl.schema("""
                <Action Name="Ship">
                  <Parameter Name="where" Type="Edm.String" Nullable="false"/>
                  <Parameter Name="remark" Type="Edm.String"/>
                  <Parameter Name="tags" Type="Collection(Edm.String)"/>
                </Action>
                <EntityContainer Name="C"><ActionImport Name="Ship" Action="S.Ship"/></EntityContainer>
                """);

        read.model();
        assertThat(read.operation("Ship").action()).isTrue();
        assertThat(read.operation("Ship").returns()).isEqualTo(Optional.empty());
        assertThat(read.operation("Ship").parameters())
                .extracting(ODataOperation.Parameter::optional)
                .containsExactly(false, true, true);
    }

    @Test
    void overloadsAreToldApartByWhatTheyAreBoundTo() {
        var read = Csdl.schema("""
                <EntityType Name="A"/><EntityType Name="B"/>
                <Function Name="Rate" IsBound="true"><Parameter Name="entity" Type="S.A"/>
                  <ReturnType Type="Edm.Int32"/></Function>
                <Function Name="Rate" IsBound="true"><Parameter Name="entityset" Type="Collection(S.B)"/>
                  <Parameter Name="by" Type="Edm.Int64"/><ReturnType Type="S.A"/></Function>
                <Action Name="Rate" IsBound="true"><Parameter Name="entity" Type="S.A"/></Action>
                """);

        read.model();
        assertThat(read.operations("Rate"))
                .extracting(ODataOperation::binding)
                .containsExactly(
                        Optional.of(new ODataOperation.Binding(new TypeId("Shop.A"), false)),
                        Optional.of(new ODataOperation.Binding(new TypeId("Shop.B"), true)),
                        Optional.of(new ODataOperation.Binding(new TypeId("Shop.A"), false)));
        ODataOperation second = read.operations("Rate").get(1);
        assertThat(second.parameters()).hasSize(1);
        assertThat(second.parameters().get(0).type()).isEqualTo(new TypeRef.Scalar(ScalarKind.INT64));
        assertThat(second.returns()).contains(new TypeRef.Named(new TypeId("Shop.A")));
        assertThat(second.at().line()).isEqualTo(7);
    }

    @Test
    void annotationsGivenElsewhereReachParametersOfAllOverloads() {
        var read = Csdl.schema("""
                <Function Name="F"><Parameter Name="p" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>
                <EntityContainer Name="C"><FunctionImport Name="F" Function="S.F"/></EntityContainer>
                <Annotations Target="S.F(Edm.Int32)/p"><Annotation Term="Core.OptionalParameter"/></Annotations>
                <Annotations Target="S.F"><Annotation Term="Core.Description" String="Does it."/></Annotations>
                """);

        read.model();
        assertThat(read.operation("F").parameters().get(0).optional()).isTrue();
        assertThat(read.operation("F").docs().text()).isEqualTo("Does it.");
    }

    @Test
    void aSignatureTellsWhichOverloadAnAnnotationIsFor() {
        String overload = """
                <Function Name="F" IsBound="true"><Parameter Name="b" Type="%s"/><Parameter Name="p" Type="Edm.Int32"/>
                  <ReturnType Type="Edm.Int32"/></Function>
                <Action Name="A" IsBound="true"><Parameter Name="b" Type="%1$s"/><Parameter Name="p" Type="Edm.Int32"/></Action>
                <Annotations Target="S.F(%1$s,Edm.Int32)"><Annotation Term="Core.Description" String="%1$s"/></Annotations>
                <Annotations Target="S.F(%1$s, Edm.Int32)/p"><Annotation Term="Core.Description" String="p of %1$s"/></Annotations>
                <Annotations Target="S.A(%1$s)"><Annotation Term="Core.Description" String="%1$s"/></Annotations>
                """;
        var read = Csdl.schema(
                "<EntityType Name=\"E\"/>" + overload.formatted("S.E") + overload.formatted("Collection(S.E)"));

        read.model();
        for (String operation : List.of("F", "A")) {
            assertThat(read.operations(operation))
                    .extracting(o -> o.docs().text())
                    .containsExactly("S.E", "Collection(S.E)");
        }
        assertThat(read.operations("F"))
                .extracting(o -> o.parameters().get(0).docs().text())
                .containsExactly("p of S.E", "p of Collection(S.E)");
    }

    @Test
    void importsAndResultsAreDescribedToo() {
        var read = Csdl.schema("""
                <Function Name="F"><ReturnType Type="Edm.Int32"><Annotation Term="Core.Description" String="The count."/></ReturnType></Function>
                <Function Name="G"><ReturnType Type="Edm.Int32" Nullable="false"/></Function>
                <EntityContainer Name="C">
                  <FunctionImport Name="F" Function="S.F"><Annotation Term="Core.Description" String="Counts."/></FunctionImport>
                  <FunctionImport Name="G" Function="S.G"/>
                </EntityContainer>
                <Annotations Target="S.G/$ReturnType"><Annotation Term="Core.Description" String="Another."/></Annotations>
                """);

        read.model();
        assertThat(read.operation("F").docs().text()).isEqualTo("Counts.\n\nReturns: The count.");
        assertThat(read.operation("F").nullableResult()).isTrue();
        assertThat(read.operation("G").docs().text()).isEqualTo("Returns: Another.");
        assertThat(read.operation("G").nullableResult()).isFalse();
    }

    @Test
    void queryFunctionsOfDataverseAreNoCalls() {
        var read = Csdl.schemas("""
                <Schema Namespace="Microsoft.Dynamics.CRM">
                  <Function Name="Today"><Parameter Name="PropertyName" Type="Edm.String"/><ReturnType Type="Edm.Boolean"/></Function>
                  <Function Name="WhoAmI"><ReturnType Type="Edm.Guid"/></Function>
                  <EntityContainer Name="System"><FunctionImport Name="WhoAmI" Function="Microsoft.Dynamics.CRM.WhoAmI"/></EntityContainer>
                </Schema>
                """);

        assertThat(read.model().operations()).extracting(ODataOperation::name).containsExactly("WhoAmI");
    }
}
