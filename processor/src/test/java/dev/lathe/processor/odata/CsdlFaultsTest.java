package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of a part: reported with their place, and the rest is read. Faults of the whole are in the other class. */
class CsdlFaultsTest {

    @Test
    void anUnknownTypeIsNamedWithTheNearestOne() {
        var read = Csdl.schema("""
                <ComplexType Name="Address"/>
                <ComplexType Name="Order"><Property Name="shipTo" Type="S.Adress"/></ComplexType>
                """);

        read.onlyWarning("unknown-type")
                .at("Order/shipTo", 5, 27)
                .says("declares no type 'S.Adress'; it is read as any JSON value")
                .says("did you mean 'Shop.Address'?");
        assertThat(read.property("Order", "shipTo").type()).isEqualTo(TypeRef.ANY);
    }

    @Test
    void aTypeThatIsMissingEverywhereIsReportedOnce() {
        var read = Csdl.schema("""
                <ComplexType Name="A"><Property Name="p" Type="Gone.T"/><Property Name="q" Type="Gone.T"/></ComplexType>
                <ComplexType Name="B"><Property Name="p" Type="Gone.T"/></ComplexType>
                """);

        read.onlyWarning("unknown-type").says("(first of 3 places)");
    }

    @Test
    void aTypeOfAReferencedDocumentIsNotFetched() {
        var read = Csdl.document("""
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                <edmx:Reference Uri="http://127.0.0.1:9/other.xml"><edmx:Include Namespace="Other" Alias="O"/></edmx:Reference>
                <edmx:DataServices><Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <EntityType Name="E" BaseType="O.Base"/></Schema></edmx:DataServices></edmx:Edmx>
                """);

        read.onlyWarning("unknown-type")
                .says("'E' is read without its base type")
                .says("its namespace is that of another document");
        assertThat(read.type("E").base()).isEmpty();
    }

    @Test
    void aRootDocumentThatOnlyPointsAtOthersSaysWhatIsMissing() {
        var read = Csdl.document("""
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                <edmx:DataServices><Schema Namespace="Root" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <ComplexType Name="Here" BaseType="Parts.v2.Base"/>
                <EntityContainer Name="C" Extends="Parts.v2.Container"/></Schema></edmx:DataServices>
                <edmx:Reference Uri="parts.xml"><edmx:Include Namespace="Parts.v2"/></edmx:Reference></edmx:Edmx>
                """);

        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("unknown-type", "unknown-container");
        assertThat(read.problems())
                .allSatisfy(problem ->
                        assertThat(problem.hints()).anyMatch(hint -> hint.contains("that of another document")));
    }

    @ParameterizedTest
    @CsvSource({"Edm.DateTime, Edm.DateTimeOffset", "Edm.Float, Edm.Double", "Edm.Sting, Edm.String"})
    void anUnknownBuiltInTypeIsAnyJson(String wrong, String right) {
        var read = Csdl.schema(
                "<ComplexType Name=\"C\"><Property Name=\"p\" Type=\"%s\"/></ComplexType>".formatted(wrong));

        read.onlyWarning("unknown-type")
                .says("OData has no type '" + wrong + "'")
                .says("'" + right + "'");
        assertThat(read.property("C", "p").type()).isEqualTo(TypeRef.ANY);
    }

    @Test
    void aNavigationToAnUnknownTypeIsLeftOut() {
        var read = Csdl.schema("""
                <EntityType Name="E"><NavigationProperty Name="n" Type="Collection(S.Gone)"/></EntityType>
                """);

        read.onlyWarning("unknown-type").at("E/n", 4, 22).says("navigation properties to it are left out");
        assertThat(read.type("E").navigations()).isEmpty();
    }

    @Test
    void aNavigationWithoutTypeIsLeftOut() {
        var read = Csdl.schema("<EntityType Name=\"E\"><NavigationProperty Name=\"n\"/></EntityType>");

        read.onlyWarning("missing-attribute").at("E/n", 4, 22).says("The navigation property 'E/n' has no Type");
        assertThat(read.type("E").navigations()).isEmpty();
    }

    @Test
    void aNavigationToAComplexTypeIsLeftOut() {
        var read = Csdl.schema(
                "<ComplexType Name=\"C\"/><EntityType Name=\"E\"><NavigationProperty Name=\"n\" Type=\"S.C\"/></EntityType>");

        read.onlyWarning("wrong-kind").says("'S.C' is a complex type");
    }

    @Test
    void aPropertyWithoutTypeIsAnyJson() {
        var read = Csdl.schema("<EntityType Name=\"E\"><Property Name=\"p\"/></EntityType>");

        read.onlyWarning("missing-attribute").at("E/p", 4, 22);
        assertThat(read.property("E", "p").type()).isEqualTo(TypeRef.ANY);
    }

    @Test
    void whatHasNoNameIsLeftOut() {
        var read = Csdl.schema("<EntityType/><ComplexType Name=\"C\"><Property Type=\"Edm.String\"/></ComplexType>");

        assertThat(read.problems()).extracting(Problem::code).containsExactly("missing-attribute", "missing-attribute");
        assertThat(read.type("C").properties()).isEmpty();
    }

    @Test
    void theFirstOfTwoDefinitionsCounts() {
        var read = Csdl.schema("""
                <EntityType Name="T"><Property Name="a" Type="Edm.Int32"/><Property Name="a" Type="Edm.String"/></EntityType>
                <ComplexType Name="T"><Property Name="b" Type="Edm.Int32"/></ComplexType>
                <ComplexType Name="t"/>
                """);

        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "'T/a' is defined twice; the first definition counts.",
                        "'T' is defined twice; the first definition counts.");
        assertThat(read.found().orElseThrow().types())
                .extracting(TypeDecl::name)
                .containsExactly("T", "t");
        assertThat(read.property("T", "a").type()).isNotEqualTo(TypeRef.STRING);
    }

    @Test
    void aMemberOfTheBaseTypeIsNotDeclaredAgain() {
        var read = Csdl.schema("""
                <EntityType Name="Base"><Property Name="p" Type="Edm.Int32"/></EntityType>
                <EntityType Name="Derived" BaseType="S.Base"><Property Name="p" Type="Edm.String"/></EntityType>
                """);

        read.onlyWarning("duplicate-definition").at("Derived/p", 5, 46);
        assertThat(read.type("Derived").properties()).isEmpty();
    }

    @Test
    void twoOperationsThatCannotBeToldApartAreOne() {
        String function =
                "<Function Name=\"F\" IsBound=\"true\"><Parameter Name=\"e\" Type=\"S.E\"/><ReturnType Type=\"Edm.Int32\"/></Function>";
        var read = Csdl.schema("<EntityType Name=\"E\"/>" + function + function);

        read.onlyWarning("duplicate-definition");
        assertThat(read.operations("F")).hasSize(1);
    }

    @Test
    void aSecondContainerInASchemaIsLeftOut() {
        var read = Csdl.schema("<EntityContainer Name=\"C\"/><EntityContainer Name=\"D\"/><EnumType Name=\"E\"/>");

        read.onlyWarning("duplicate-definition").says("second entity container");
    }

    @Test
    void setsOfTheSameNameInTwoContainersAreOne() {
        var read = Csdl.schemas("""
                <Schema Namespace="A"><EntityType Name="T"/><EntityContainer Name="C"><EntitySet Name="ts" EntityType="A.T"/></EntityContainer></Schema>
                <Schema Namespace="B"><EntityContainer Name="C"><EntitySet Name="ts" EntityType="A.T"/></EntityContainer></Schema>
                """);

        read.onlyWarning("duplicate-definition").says("two of 'ts'");
        assertThat(read.sets()).containsExactly("ts");
    }

    @Test
    void aSetOfAnUnknownTypeIsLeftOut() {
        var read = Csdl.schema(
                "<EntityType Name=\"T\"/><EntityContainer Name=\"C\"><EntitySet Name=\"gs\" EntityType=\"S.Ghost\"/></EntityContainer>");

        read.onlyWarning("unknown-type").says("the entity set 'gs' is left out");
        assertThat(read.sets()).isEmpty();
    }

    @Test
    void anImportOfAnUnknownOperationIsLeftOut() {
        var read = Csdl.schema("""
                <Action Name="Ship"/><EntityContainer Name="C"><ActionImport Name="Ship" Action="S.Ship"/>
                  <ActionImport Name="Shop" Action="S.Shop"/></EntityContainer>
                """);

        read.onlyWarning("unknown-operation").at("C/Shop", 5, 3).says("did you mean 'Shop.Ship'?");
    }

    @Test
    void anImportOfABoundOperationIsLeftOut() {
        var read = Csdl.schema("""
                <EntityType Name="T"/>
                <Action Name="Ship" IsBound="true"><Parameter Name="it" Type="S.T"/></Action>
                <Function Name="Cost" IsBound="true"><Parameter Name="it" Type="S.T"/><ReturnType Type="Edm.Int32"/></Function>
                <Function Name="Cost"><ReturnType Type="Edm.Int32"/></Function>
                <EntityContainer Name="C"><FunctionImport Name="Cost" Function="S.Cost"/>
                  <ActionImport Name="Ship" Action="S.Ship"/></EntityContainer>
                """);

        read.onlyWarning("unknown-operation")
                .at("C/Ship", 9, 3)
                .says("'S.Ship' is bound")
                .says("called where it is bound");
    }

    @Test
    void anUnboundOperationWithoutImportCannotBeCalled() {
        var read = Csdl.schema("<Action Name=\"Ship\"/><EnumType Name=\"E\"/>");

        read.onlyWarning("no-import").at("Ship", 4, 1);
        assertThat(read.operations("Ship")).isEmpty();
    }

    @Test
    void aBoundOperationWithoutParameterIsLeftOut() {
        var read = Csdl.schema("<Action Name=\"Ship\" IsBound=\"true\"/><EnumType Name=\"E\"/>");

        read.onlyWarning("missing-binding");
    }

    @Test
    void aKeyThatIsNoPropertyLeavesTheTypeWithoutKey() {
        var read = Csdl.schema("<EntityType Name=\"E\"><Key><PropertyRef Name=\"gone\"/></Key></EntityType>");

        read.onlyWarning("unknown-property").at("E", 4, 1).says("names 'gone'");
        assertThat(read.type("E").key()).isEmpty();
    }

    @Test
    void aNameWithoutItsNamespaceIsIgnoredWhereThereMustBeOne() {
        var read = Csdl.schema("<ComplexType Name=\"B\"/><ComplexType Name=\"C\" BaseType=\"B\"/>");

        read.onlyWarning("unqualified-name").says("BaseType=\"B\"");
        assertThat(read.type("C").base()).isEmpty();
    }

    @Test
    void aKeyWithinAComplexPropertyNeedsAnAlias() {
        String schema = """
                <ComplexType Name="Code"><Property Name="Id" Type="Edm.Int32"/></ComplexType>
                <EntityType Name="E"><Key><PropertyRef Name="Code/Id"%s/></Key><Property Name="Code" Type="S.Code"/></EntityType>
                """;

        var without = Csdl.schema(schema.formatted(""));
        without.onlyWarning("nested-key").at("E", 5, 1).says("uses 'Code/Id'");
        assertThat(without.type("E").key()).isEmpty();

        var with = Csdl.schema(schema.formatted(" Alias=\"Id\""));
        assertThat(with.problems()).isEmpty();
        assertThat(with.type("E").key()).containsExactly(new KeyPart("Id", "Code/Id"));
    }

    @Test
    void aPathIntoACollectionIsNoKey() {
        var read = Csdl.schema("""
                <ComplexType Name="Code"><Property Name="Id" Type="Edm.Int32"/></ComplexType>
                <EntityType Name="E"><Key><PropertyRef Name="Codes/Id" Alias="Id"/></Key><Property Name="Codes" Type="Collection(S.Code)"/></EntityType>
                """);

        read.onlyWarning("unknown-property").says("names 'Codes/Id'");
        assertThat(read.type("E").key()).isEmpty();
    }

    /** CSDL 4.01, section 6.5: of a primitive type or an enumeration. */
    @ParameterizedTest
    @ValueSource(strings = {"S.E", "S.Code", "Collection(Edm.Int32)", "Edm.Stream"})
    void aKeyOfWhatIsNoSingleValueIsNone(String type) {
        var read = Csdl.schema("""
                <ComplexType Name="Code"><Property Name="Id" Type="Edm.Int32"/></ComplexType>
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="%s"/></EntityType>
                """.formatted(type));

        read.onlyWarning("key-type").at("E", 5, 1).says("names 'Id'");
        assertThat(read.type("E").key()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "In/gone", "In", "Many/Code", "Many", "In/Code"})
    void anAlternateKeyThatCannotBeUsedIsReported(String path) {
        var read = Csdl.schema("""
                <ComplexType Name="In"><Property Name="Code" Type="Edm.String"/></ComplexType>
                <EntityType Name="E"><Property Name="In" Type="S.In"/><Property Name="Many" Type="Collection(S.In)"/>
                  <Annotation Term="Core.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
                    <Record><PropertyValue Property="Name" PropertyPath="%s"/></Record>
                  </Collection></PropertyValue></Record></Collection></Annotation></EntityType>
                """.formatted(path));

        read.onlyWarning("alternate-key").at("E", 5, 1).says("names '" + path + "'");
        assertThat(read.type("E").alternateKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Edm.String", "Collection(Edm.Int32)", "S.Kind", "Edm.EntityType"})
    void anOperationOnWhatIsNoStructureIsLeftOut(String type) {
        var read = Csdl.schema("""
                <EnumType Name="Kind"><Member Name="A"/></EnumType>
                <Function Name="F" IsBound="true"><Parameter Name="b" Type="%s"/><ReturnType Type="Edm.Int32"/></Function>
                """.formatted(type));

        read.onlyWarning("binding-type").at("F/b", 5, 35).says("'F' is bound to");
        assertThat(read.found().orElseThrow().operations()).isEmpty();
    }

    @Test
    void aBuiltInTypeWhereItCannotStandIsNotCalledUnknown() {
        var read = Csdl.schema("""
                <EntityType Name="E" BaseType="Edm.EntityType"/>
                """);

        read.onlyWarning("wrong-kind").at("E", 4, 1).says("'Edm.EntityType' is a type that OData has built in");
    }

    @Test
    void aConstraintOnAnUnknownPropertyIsIgnored() {
        var read = Csdl.schema("""
                <EntityType Name="E"><NavigationProperty Name="n" Type="S.E">
                  <ReferentialConstraint Property="gone" ReferencedProperty="id"/></NavigationProperty></EntityType>
                """);

        read.onlyWarning("unknown-property").at("E/n", 4, 22);
        assertThat(read.navigation("E", "n").lookup()).isEmpty();
    }

    @Test
    void anUnknownContainerToExtendIsReported() {
        var read = Csdl.schema("<EnumType Name=\"E\"/><EntityContainer Name=\"C\" Extends=\"Other.D\"/>");

        read.onlyWarning("unknown-container").at("C", 4, 21);
    }

    @Test
    void anUnknownElementIsNotTheEndOfTheSchema() {
        var read = Csdl.schema("""
                <EntityTyp Name="X"><Property Name="p" Type="Edm.Int32"/></EntityTyp>
                <x:ext xmlns:x="urn:foreign"><y/></x:ext>
                <EntityType Name="E"/>
                """);

        read.onlyWarning("unknown-element").says("did you mean 'EntityType'?");
        assertThat(read.found().orElseThrow().types())
                .extracting(TypeDecl::name)
                .containsExactly("E");
    }

    @Test
    void anUnknownAttributeIsReported() {
        var read = Csdl.schema("<EntityType Name=\"E\" abstract=\"true\" Basetype=\"S.E\"/>");

        assertThat(read.problems())
                .extracting(Problem::text)
                .anyMatch(text -> text.contains("did you mean 'Abstract'?"));
        assertThat(read.problems()).extracting(Problem::code).containsOnly("unknown-attribute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Property Name='p' Type='Edm.Int32' Nullable='perhaps'/>",
                "<Property Name='p' Type='Collection('/>"
            })
    void aValueThatIsNoneIsIgnored(String property) {
        var read = Csdl.schema("<ComplexType Name=\"C\">" + property + "</ComplexType>");

        assertThat(read.problems().get(0).code()).isEqualTo("invalid-value");
        assertThat(read.problems().get(0).at().toString()).isEqualTo("shop.xml#C/p (line 4, column 23)");
        assertThat(read.property("C", "p")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MaxLength='wide'", "Precision='?'", "Scale='x'", "SRID='here'", "MaxLength='99999999999999'"})
    void aFacetThatIsNoneDoesNoHarm(String facet) {
        Csdl.schema("<ComplexType Name=\"C\"><Property Name=\"p\" Type=\"Edm.String\" %s/></ComplexType>"
                        .formatted(facet))
                .model();
    }

    @Test
    void aVocabularyHasNothingToGenerate() {
        Csdl.schema("<Term Name=\"Important\" Type=\"Edm.Boolean\"/>").onlyWarning("nothing-to-generate");
    }

    @Test
    void aCollectionOfStreamsIsAnyJson() {
        Csdl.schema("<ComplexType Name=\"C\"><Property Name=\"p\" Type=\"Collection(Edm.Stream)\"/></ComplexType>")
                .onlyWarning("collection-of-streams");
    }

    @Test
    void aDocumentOfALaterVersionIsReadAllTheSame() {
        var read = Csdl.document("""
                <edmx:Edmx Version="5.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EnumType Name="E"/></Schema>
                </edmx:DataServices></edmx:Edmx>
                """);

        read.onlyWarning("odata-version-unknown").says("'5.0'");
    }

    @Test
    void aV4SchemaInAnOldEnvelopeIsReadAsV4() {
        var read = Csdl.document("""
                <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices>
                <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EnumType Name="E"/></Schema>
                </edmx:DataServices></edmx:Edmx>
                """);

        read.onlyWarning("odata-version").says("read as 4.0");
        assertThat(read.found().orElseThrow().info().format()).isEqualTo("OData 4.0");
    }

    @Test
    void aBareSchemaIsRead() {
        Csdl.document(
                        "<Schema Namespace=\"Shop\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\"><EnumType Name=\"E\"/></Schema>")
                .onlyWarning("no-envelope");
    }

    @Test
    void aSchemaWithoutXmlNamespaceIsRead() {
        Csdl.document("""
                        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                        <Schema Namespace="Shop"><EnumType Name="E"/></Schema>
                        </edmx:DataServices></edmx:Edmx>
                        """).onlyWarning("no-namespace");
    }

    @Test
    void aSchemaWithoutNameIsLeftOut() {
        var read = Csdl.schemas("<Schema Alias=\"S\"><EnumType Name=\"E\"/></Schema>");

        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactly("missing-attribute", "nothing-to-generate");
    }

    @Test
    void hundredThousandsOfEscapesAreNoBomb() {
        String text = "&amp;".repeat(250_000);
        var read = Csdl.schema(
                "<EntityType Name=\"E\"><Annotation Term=\"Org.OData.Core.V1.Description\" String=\"%s\"/></EntityType>"
                        .formatted(text));

        read.model();
        assertThat(read.type("E").docs().text()).hasSize(250_000);
    }

    @Test
    void namesMayHoldAnything() {
        var read = Csdl.schema("""
                <EntityType Name="x*/class"><Property Name="a&quot;&lt;&gt;&amp;&#9;b" Type="Edm.String"/></EntityType>
                <EntityContainer Name="C"><EntitySet Name="../../evil" EntityType="S.x*/class"/></EntityContainer>
                """);

        read.model();
        assertThat(read.property("x*/class", "a\"<>&\tb").wireName()).isEqualTo("a\"<>&\tb");
        assertThat(read.sets()).containsExactly("../../evil");
    }

    @Test
    void placesHoldInADocumentOfOneLongLine() {
        var line = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            line.append("<EntityType Name=\"T")
                    .append(i)
                    .append("\"><Property Name=\"p\" Type=\"Edm.Int32\"/></EntityType>");
        }
        line.append("<EntityType Name=\"Last\"><Property Name=\"p\" Type=\"Edm.Gone\"/></EntityType>");

        var read = Csdl.schema(line.toString());

        assertThat(read.found().orElseThrow().types()).hasSize(5_001);
        read.onlyWarning("unknown-type").at("Last/p", 4, line.lastIndexOf("<Property") + 1);
    }
}
