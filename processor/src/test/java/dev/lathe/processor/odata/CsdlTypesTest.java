package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsdlTypesTest {

    @Test
    void anEntityTypeHasItsKeyItsPropertiesAndItsPlace() {
        var read = Csdl.schema("""
                <EntityType Name="Order">
                  <Key><PropertyRef Name="Number"/></Key>
                  <Property Name="Number" Type="Edm.Int32" Nullable="false"/>
                  <Property Name="Remark" Type="Edm.String"/>
                </EntityType>
                """);

        ObjectDecl order = (ObjectDecl) read.model().types().get(0);
        assertThat(order.id()).isEqualTo(new TypeId("Shop.Order"));
        assertThat(order.kind()).isEqualTo(ObjectDecl.Kind.ENTITY);
        assertThat(order.wireType()).isEqualTo("Shop.Order");
        assertThat(order.key()).containsExactly(KeyPart.of("Number"));
        assertThat(order.properties()).extracting(Property::wireName).containsExactly("Number", "Remark");
        assertThat(order.at().pointer()).isEqualTo("Order");
        assertThat(read.property("Order", "Remark").at().toString())
                .isEqualTo("shop.xml#Order/Remark (line 7, column 3)");
        assertThat(read.property("Order", "Number").nullable()).isFalse();
        assertThat(read.property("Order", "Remark").nullable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Edm.Binary, BASE64URL",
        "Edm.Boolean, BOOLEAN",
        "Edm.Byte, UINT8",
        "Edm.Date, DATE",
        "Edm.DateTimeOffset, DATE_TIME",
        "Edm.Decimal, DECIMAL",
        "Edm.Double, DOUBLE",
        "Edm.Duration, DURATION",
        "Edm.Guid, UUID",
        "Edm.Int16, INT16",
        "Edm.Int32, INT32",
        "Edm.Int64, INT64",
        "Edm.SByte, INT8",
        "Edm.Single, FLOAT",
        "Edm.String, STRING",
        "Edm.TimeOfDay, TIME_OF_DAY",
        "Edm.Geography, GEOGRAPHY",
        "Edm.GeographyPoint, GEOGRAPHY",
        "Edm.GeometryMultiPolygon, GEOMETRY",
        "Edm.GeographyCollection, GEOGRAPHY",
        "Edm.PropertyPath, STRING",
        "Edm.NavigationPropertyPath, STRING",
        "Edm.AnyPropertyPath, STRING",
        "Edm.AnnotationPath, STRING",
        "Edm.ModelElementPath, STRING"
    })
    void everyPrimitiveTypeHasItsScalar(String edm, ScalarKind kind) {
        var read = Csdl.schema("""
                <TypeDefinition Name="Own" UnderlyingType="%s"/>
                <ComplexType Name="C">
                  <Property Name="one" Type="%1$s"/>
                  <Property Name="many" Type="Collection(%1$s)"/>
                  <Property Name="named" Type="S.Own"/>
                  <Property Name="namedMany" Type="Collection(Shop.Own)"/>
                </ComplexType>
                """.formatted(edm));

        read.model();
        assertThat(read.property("C", "one").type()).isEqualTo(new TypeRef.Scalar(kind));
        assertThat(read.property("C", "many").type()).isEqualTo(new TypeRef.ListOf(new TypeRef.Scalar(kind)));
        assertThat(read.property("C", "named").type()).isEqualTo(new TypeRef.Scalar(kind));
        assertThat(read.property("C", "namedMany").type()).isEqualTo(new TypeRef.ListOf(new TypeRef.Scalar(kind)));
    }

    @ParameterizedTest
    @CsvSource({"Edm.Untyped", "Edm.PrimitiveType"})
    void valuesOfManyShapesAreAnyJson(String edm) {
        var read =
                Csdl.schema("<ComplexType Name=\"C\"><Property Name=\"p\" Type=\"%s\"/></ComplexType>".formatted(edm));

        read.model();
        assertThat(read.property("C", "p").type()).isEqualTo(TypeRef.ANY);
    }

    @Test
    void aStreamPropertyIsAStream() {
        var read = Csdl.schema(
                "<EntityType Name=\"E\" HasStream=\"true\"><Property Name=\"photo\" Type=\"Edm.Stream\"/></EntityType>");

        read.model();
        assertThat(read.property("E", "photo").type()).isEqualTo(new TypeRef.Stream());
        assertThat(read.type("E").media()).isTrue();
    }

    @Test
    void aCollectionIsNeverNull() {
        var read = Csdl.schema(
                "<ComplexType Name=\"C\"><Property Name=\"p\" Type=\"Collection(Edm.String)\"/></ComplexType>");

        assertThat(read.property("C", "p").nullable()).isFalse();
    }

    @Test
    void inheritanceHoldsOverSchemasAndAliases() {
        var read = Csdl.schemas("""
                <Schema Namespace="A.B" Alias="Own.Alias">
                  <EntityType Name="Base" Abstract="true">
                    <Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/>
                  </EntityType>
                  <ComplexType Name="Place" OpenType="true"><Property Name="city" Type="Edm.String"/></ComplexType>
                </Schema>
                <Schema Namespace="Other">
                  <EntityType Name="Derived" BaseType="Own.Alias.Base"><Property Name="at" Type="A.B.Place"/></EntityType>
                  <ComplexType Name="Address" BaseType="A.B.Place"/>
                </Schema>
                """);

        read.model();
        assertThat(read.type("Base").isAbstract()).isTrue();
        assertThat(read.type("Derived").base()).contains(new TypeId("A.B.Base"));
        assertThat(read.type("Derived").key()).containsExactly(KeyPart.of("id"));
        assertThat(read.property("Derived", "at").type()).isEqualTo(new TypeRef.Named(new TypeId("A.B.Place")));
        assertThat(read.type("Address").base()).contains(new TypeId("A.B.Place"));
        assertThat(read.type("Place").additional()).contains(TypeRef.ANY);
        assertThat(read.type("Address").kind()).isEqualTo(ObjectDecl.Kind.COMPLEX);
        assertThat(read.property("Derived", "at").at().pointer()).isEqualTo("Other.Derived/at");
    }

    @Test
    void aKeyThatADerivedTypeRepeatsCountsOnce() {
        var read = Csdl.schema("""
                <EntityType Name="Activity"><Key><PropertyRef Name="activityid"/></Key>
                  <Property Name="activityid" Type="Edm.Guid"/></EntityType>
                <EntityType Name="Task" BaseType="S.Activity"><Key><PropertyRef Name="activityid"/></Key></EntityType>
                """);

        read.model();
        assertThat(read.type("Task").key()).containsExactly(KeyPart.of("activityid"));
    }

    @Test
    void anEnumerationTravelsByTheNamesOfItsMembers() {
        var read = Csdl.schema("""
                <EnumType Name="Rights" IsFlags="true" UnderlyingType="Edm.Int64">
                  <Member Name="None" Value="0"/>
                  <Member Name="Read" Value="1"><Annotation Term="Org.OData.Core.V1.Description" String="May look."/></Member>
                </EnumType>
                <ComplexType Name="C"><Property Name="rights" Type="Collection(S.Rights)"/></ComplexType>
                """);

        read.model();
        EnumDecl rights = read.enumeration("Rights");
        assertThat(rights.flags()).isTrue();
        assertThat(rights.wire()).isEqualTo(EnumDecl.Wire.STRING);
        assertThat(rights.members()).extracting(EnumDecl.Member::wireValue).containsExactly("None", "Read");
        assertThat(rights.members().get(1).docs().text()).isEqualTo("May look.");
        assertThat(read.property("C", "rights").type())
                .isEqualTo(new TypeRef.ListOf(new TypeRef.Named(new TypeId("Shop.Rights"))));
    }

    @Test
    void typesComeInTheOrderOfTheDocument() {
        var read = Csdl.schema("""
                <EnumType Name="Z"/><EntityType Name="B"/><ComplexType Name="A"/><EntityType Name="C"/>
                """);

        assertThat(read.model().types()).extracting(TypeDecl::name).containsExactly("Z", "B", "A", "C");
    }

    @Test
    void annotationsSayWhatMayBeWritten() {
        var read = Csdl.document("""
                <edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                <edmx:Reference Uri="http://127.0.0.1:9/core.xml">
                  <edmx:Include Namespace="Org.OData.Core.V1" Alias="C1"/></edmx:Reference>
                <edmx:DataServices><Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                  <EntityType Name="E">
                    <Key><PropertyRef Name="id"/></Key>
                    <Property Name="id" Type="Edm.Guid"><Annotation Term="C1.Computed"/></Property>
                    <Property Name="computed" Type="Edm.Guid"><Annotation Term="C1.Computed" Bool="true"/></Property>
                    <Property Name="notComputed" Type="Edm.Guid"><Annotation Term="C1.Computed"><Bool>false</Bool></Annotation></Property>
                    <Property Name="immutable" Type="Edm.Guid"><Annotation Term="Org.OData.Core.V1.Immutable"/></Property>
                    <Property Name="readable" Type="Edm.Guid"><Annotation Term="C1.Permissions">
                      <EnumMember>Org.OData.Core.V1.Permission/Read
                      </EnumMember></Annotation></Property>
                    <Property Name="both" Type="Edm.Guid"><Annotation Term="C1.Permissions"
                      EnumMember="C1.Permission/Read C1.Permission/Write"/></Property>
                    <Property Name="secret" Type="Edm.Guid"><Annotation Term="C1.Permissions"
                      EnumMember="C1.Permission/Write"/></Property>
                    <Property Name="elsewhere" Type="Edm.Guid"/>
                    <Property Name="nobody" Type="Edm.Guid"><Annotation Term="C1.Permissions"
                      EnumMember="C1.Permission/None"/></Property>
                    <Property Name="depends" Type="Edm.Guid"><Annotation Term="C1.Computed" Path="computed"/></Property>
                    <Property Name="dependsToo" Type="Edm.Guid"><Annotation Term="C1.Computed"><If><Path>computed</Path>
                      <Bool>true</Bool><Bool>false</Bool></If></Annotation></Property>
                    <Property Name="foreign" Type="Edm.Guid"><Annotation Term="Some.Other.Computed"/></Property>
                  </EntityType>
                  <Annotations Target="Shop.E/elsewhere"><Annotation Term="Core.Computed"/></Annotations>
                </Schema></edmx:DataServices></edmx:Edmx>
                """);

        assertThat(read.model().info().format()).isEqualTo("OData 4.01");
        assertThat(read.property("E", "id").access()).isEqualTo(Property.Access.READ_WRITE);
        assertThat(read.property("E", "computed").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(read.property("E", "notComputed").access()).isEqualTo(Property.Access.READ_WRITE);
        assertThat(read.property("E", "immutable").access()).isEqualTo(Property.Access.CREATE_ONLY);
        assertThat(read.property("E", "readable").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(read.property("E", "both").access()).isEqualTo(Property.Access.READ_WRITE);
        assertThat(read.property("E", "secret").access()).isEqualTo(Property.Access.WRITE_ONLY);
        assertThat(read.property("E", "elsewhere").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(read.property("E", "nobody").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(read.property("E", "depends").access()).isEqualTo(Property.Access.READ_WRITE);
        assertThat(read.property("E", "dependsToo").access()).isEqualTo(Property.Access.READ_WRITE);
        assertThat(read.property("E", "foreign").access()).isEqualTo(Property.Access.READ_WRITE);
    }

    @Test
    void descriptionsAndDeprecationsBecomeDocumentation() {
        var read = Csdl.schema("""
                <EntityType Name="E">
                  <Annotation Term="Org.OData.Core.V1.Description" String="An entity."/>
                  <Annotation Term="Org.OData.Core.V1.LongDescription"><String>More of it.</String></Annotation>
                  <Annotation Term="Org.OData.Core.V1.Description" Qualifier="short" String="Not this."/>
                  <Property Name="p" Type="Edm.Int32">
                    <Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>
                      <PropertyValue Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>
                      <PropertyValue Property="Description" String="Use q."/>
                    </Record></Collection></Annotation>
                  </Property>
                </EntityType>
                """);

        read.model();
        assertThat(read.type("E").docs().text()).isEqualTo("An entity.\n\nMore of it.");
        assertThat(read.property("E", "p").docs().deprecated()).isTrue();
        assertThat(read.property("E", "p").docs().deprecation()).isEqualTo("Use q.");
    }

    @Test
    void theContainersDescriptionIsThatOfTheClient() {
        var read = Csdl.schema("""
                <EnumType Name="E"><Member Name="A"/></EnumType>
                <EntityContainer Name="C"><Annotation Term="Org.OData.Core.V1.Description" String="A shop."/></EntityContainer>
                """);

        assertThat(read.model().info().docs().text()).isEqualTo("A shop.");
    }

    @Test
    void alternateKeysAreReadOnceEach() {
        String key = """
                <Record><PropertyValue Property="Key"><Collection>
                  <Record><PropertyValue Property="Alias" String="a"/><PropertyValue Property="Name" PropertyPath="a"/></Record>
                  <Record><PropertyValue Property="Name" PropertyPath="b"/></Record>
                </Collection></PropertyValue></Record>
                """;
        var read = Csdl.schema("""
                <EntityType Name="E">
                  <Property Name="a" Type="Edm.Int32"/><Property Name="b" Type="Edm.Int32"/>
                  <Annotation Term="OData.Community.Keys.V1.AlternateKeys"><Collection>%s%1$s</Collection></Annotation>
                </EntityType>
                """.formatted(key));

        read.model();
        assertThat(read.type("E").alternateKeys()).isEqualTo(List.of(List.of(KeyPart.of("a"), KeyPart.of("b"))));
    }

    @Test
    void dataverseIsRecognisedAndItsLookupIdsAreReadOnly() {
        var read = Csdl.schemas("""
                <Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm">
                  <EntityType Name="contact">
                    <Property Name="_parentcustomerid_value" Type="Edm.Guid"/>
                    <Property Name="msdyn_value" Type="Edm.Guid"/>
                  </EntityType>
                  <EntityContainer Name="System"/>
                </Schema>
                """);

        assertThat(read.model().info().profile()).isEqualTo("dataverse");
        assertThat(read.model().info().title()).isEqualTo("Dataverse");
        assertThat(read.property("contact", "_parentcustomerid_value").access()).isEqualTo(Property.Access.READ_ONLY);
        assertThat(read.property("contact", "msdyn_value").access()).isEqualTo(Property.Access.READ_WRITE);
    }

    @ParameterizedTest
    @CsvSource({
        "My.Shop, Warehouse, Warehouse",
        "My.Shop, Container, Shop",
        "My.Shop, EntityContainer, Shop",
        "My.Shop, DefaultContainer, Shop",
        "Shop, System, Shop",
        "My.Shop.v0001, Container, Shop",
        "Shop.V1.v1_2_0, Container, Shop",
        "v2, Container, v2",
        "My.Shop.v0001, Warehouse, Warehouse"
    })
    void theTitleIsTheContainersUnlessThatIsAWordForAll(String namespace, String container, String title) {
        var read =
                Csdl.schemas("<Schema Namespace=\"%s\"><ComplexType Name=\"C\"/><EntityContainer Name=\"%s\"/></Schema>"
                        .formatted(namespace, container));

        assertThat(read.model().info().title()).isEqualTo(title);
        assertThat(read.model().info().profile()).isEmpty();
    }

    @Test
    void anExtendedContainerLendsItsSetsButNotItsName() {
        var read = Csdl.schemas("""
                <Schema Namespace="Base"><EntityType Name="T"/><EntityContainer Name="Old"><EntitySet Name="ts" EntityType="Base.T"/></EntityContainer></Schema>
                <Schema Namespace="Ext"><EntityContainer Name="New" Extends="Base.Old"><EntitySet Name="more" EntityType="Base.T"/></EntityContainer></Schema>
                """);

        assertThat(read.model().info().title()).isEqualTo("New");
        assertThat(read.sets()).containsExactly("ts", "more");
    }

    @Test
    void aDocumentWithoutContainerHasTypesAndNothingElse() {
        var read = Csdl.schema("<ComplexType Name=\"C\"/>");

        assertThat(read.model().resources()).isEmpty();
        assertThat(read.model().info().title()).isEqualTo("Shop");
    }

    @Test
    void navigationsKnowTheirLookupAndTheirSet() {
        var read = Csdl.schema("""
                <EntityType Name="Order"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid"/>
                  <Property Name="customerId" Type="Edm.Guid"/>
                  <NavigationProperty Name="customer" Type="S.Customer" Nullable="false">
                    <ReferentialConstraint Property="customerId" ReferencedProperty="id"/></NavigationProperty>
                  <NavigationProperty Name="lines" Type="Collection(S.Line)" ContainsTarget="true"/>
                  <NavigationProperty Name="owner" Type="S.Customer"/>
                  <NavigationProperty Name="next" Type="S.Order"/>
                </EntityType>
                <EntityType Name="Special" BaseType="S.Order"/>
                <EntityType Name="Line"/>
                <EntityType Name="Customer"/>
                <EntityContainer Name="C">
                  <EntitySet Name="orders" EntityType="S.Order">
                    <NavigationPropertyBinding Path="customer" Target="customers"/>
                    <NavigationPropertyBinding Path="owner" Target="owners"/>
                  </EntitySet>
                  <EntitySet Name="specials" EntityType="S.Special">
                    <NavigationPropertyBinding Path="owner" Target="Shop.C/agents"/>
                  </EntitySet>
                  <EntitySet Name="customers" EntityType="Shop.Customer"/>
                  <EntitySet Name="agents" EntityType="Shop.Customer"/>
                </EntityContainer>
                """);

        read.model();
        assertThat(read.navigation("Order", "customer").lookup()).contains("customerId");
        assertThat(read.navigation("Order", "customer").targetSet()).contains("customers");
        assertThat(read.navigation("Order", "customer").collection()).isFalse();
        assertThat(read.navigation("Order", "customer").typed()).isTrue();
        assertThat(read.navigation("Order", "lines").collection()).isTrue();
        assertThat(read.navigation("Order", "lines").contained()).isTrue();
        assertThat(read.navigation("Order", "lines").targetSet()).isEmpty();
        assertThat(read.navigation("Order", "owner").targetSet())
                .as("the set 'owners' is not declared, but another binding is")
                .contains("agents");
        assertThat(read.navigation("Order", "next").targetSet())
                .as("the only set of its type")
                .contains("orders");
        assertThat(read.navigation("Order", "next").lookup()).isEqualTo(Optional.empty());
    }

    @Test
    void documentsInUtf16AndInLatin1AreRead() {
        String document = """
                <?xml version="1.0" encoding="%s"?>
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <ComplexType Name="C"><Property Name="n\u00e9me" Type="Edm.String"/></ComplexType>
                </Schema></edmx:DataServices></edmx:Edmx>""";

        for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252")) {
            byte[] bytes = document.formatted(charset.equals("UTF-16LE") ? "utf-16" : charset)
                    .getBytes(Charset.forName(charset));
            var read = Csdl.bytes(bytes);
            read.model();
            assertThat(read.property("C", "n\u00e9me").wireName()).as(charset).isEqualTo("n\u00e9me");
        }
    }
}
