package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of metadata that is legal and unlikely. */
class ODataDocumentsTest {

    private static final String ID =
            "<Key><PropertyRef Name=\"Id\"/></Key><Property Name=\"Id\" Type=\"Edm.Int32\" Nullable=\"false\"/>";

    private static final String DEPRECATED = """
            <Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>
              <PropertyValue Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>
              <PropertyValue Property="Description" String="Use another."/>
            </Record></Collection></Annotation>
            """;

    @TempDir
    Path folder;

    @AutoClose
    private final Service service = new Service();

    private Object run(String schema, String code) throws Exception {
        return Client.odata(folder, schema, code).run(service.base());
    }

    private List<String> requests() {
        return service.asked().stream()
                .map(asked -> asked.method() + " " + asked.target().replaceFirst("^/api/", ""))
                .toList();
    }

    @Test
    void aColumnNeverHidesAClassOfItsName() throws Exception {
        service.answers(200, "{\"value\":[{\"Id\":1}]}")
                .answers(200, "{\"CODE\":\"c\"}")
                .answers(200, "{\"value\":[]}");
        Object seen = run("""
                <EntityType Name="URL">%s
                  <Property Name="Url" Type="Edm.String"/><Property Name="Sku" Type="self.SKU"/>
                  <NavigationProperty Name="R" Type="self.R"/>
                </EntityType>
                <EntityType Name="R">%1$s</EntityType>
                <ComplexType Name="SKU"><Property Name="CODE" Type="Edm.String"/></ComplexType>
                <Function Name="Code" IsBound="true"><Parameter Name="b" Type="self.URL"/><ReturnType Type="self.SKU"/></Function>
                <Function Name="Rs" IsBound="true" IsComposable="true"><Parameter Name="b" Type="self.URL"/><ReturnType Type="Collection(self.R)"/></Function>
                <EntityContainer Name="C"><EntitySet Name="URLs" EntityType="self.URL"/></EntityContainer>
                """.formatted(ID), """
                int id = api.urLs().filter(URLs.URL_COLUMN.eq("x")).expand(URLs.R_LINK).first().orElseThrow().getId();
                return id + api.urLs().code(1).getCODE() + api.urLs().rs(1).toList().size();""");

        assertThat(seen).isEqualTo("1c0");
    }

    @Test
    void whatIsDeprecatedSaysSo() throws Exception {
        Object seen = run("""
                <EntityType Name="E">%s%s
                  <Property Name="A" Type="Edm.String">%2$s</Property><Property Name="S" Type="Edm.Stream">%2$s</Property>
                  <Property Name="K" Type="self.K">%2$s</Property>
                  <NavigationProperty Name="N" Type="self.E">%2$s</NavigationProperty>
                </EntityType>
                <EnumType Name="K">%2$s<Member Name="Old">%2$s</Member><Member Name="New"/></EnumType>
                <Function Name="F" IsBound="true">%2$s<Parameter Name="b" Type="self.E"/><Parameter Name="x" Type="Edm.Int32">%2$s</Parameter><ReturnType Type="Edm.Int32"/></Function>
                <Action Name="A"><Parameter Name="x" Type="Edm.Int32">%2$s</Parameter></Action>
                <EntityContainer Name="C">
                  <EntitySet Name="Es" EntityType="self.E">%2$s</EntitySet><Singleton Name="One" Type="self.E">%2$s</Singleton>
                  <ActionImport Name="A" Action="self.A">%2$s</ActionImport>
                </EntityContainer>
                """.formatted(ID, DEPRECATED), """
                try {
                    StringBuilder seen = new StringBuilder();
                    Class<?> es = Class.forName("t.Es", false, Code.class.getClassLoader());
                    Class<?> k = Class.forName("t.K", false, Code.class.getClassLoader());
                    for (java.lang.reflect.AnnotatedElement e : new java.lang.reflect.AnnotatedElement[] {
                            es, Class.forName("t.One", false, Code.class.getClassLoader()), k,
                            es.getField("A"), es.getField("S"), es.getField("K"), es.getField("N"), k.getField("OLD"),
                            Api.class.getMethod("es"), Api.class.getMethod("one"), Api.class.getMethod("a"),
                            es.getMethod("f", Integer.class, Integer.class), es.getField("ID"), k.getField("NEW")}) {
                        seen.append(e.isAnnotationPresent(Deprecated.class) ? '!' : '-');
                    }
                    return seen.toString();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }""");

        assertThat(seen).isEqualTo("!!!!!!!!!!!!--");
    }

    @Test
    void enumerationsInKeysAndAmongItemsCarryTheirType() throws Exception {
        service.answers(200, "{\"Id\":\"Red\"}").answers(204, "", "").answers(200, "{\"value\":[]}");
        run("""
                <EnumType Name="Color" IsFlags="true"><Member Name="Red" Value="1"/><Member Name="Blue" Value="2"/></EnumType>
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key>
                  <Property Name="Id" Type="self.Color" Nullable="false"/><Property Name="More" Type="Collection(self.Color)"/></EntityType>
                <EntityType Name="F"><Key><PropertyRef Name="A"/><PropertyRef Name="B"/></Key>
                  <Property Name="A" Type="self.Color" Nullable="false"/><Property Name="B" Type="Edm.Date" Nullable="false"/></EntityType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/><EntitySet Name="Fs" EntityType="self.F"/></EntityContainer>
                """, """
                api.es().get(Color.RED);
                api.fs().delete(Fs.key(Color.of("Green"), java.time.LocalDate.of(2024, 2, 29)));
                return api.es().filter(Es.MORE.has(Color.BLUE)).toList();""");

        assertThat(requests())
                .containsExactly(
                        "GET Es(NS.Color'Red')",
                        "DELETE Fs(A=NS.Color'Green',B=2024-02-29)",
                        "GET Es?$filter=More/any(a:a%20eq%20NS.Color'Blue')");
    }

    @Test
    void anAlternateKeyGoesByItsAliases() throws Exception {
        service.answers(200, "{\"Id\":1}");
        run("""
                <EntityType Name="E">%s
                  <Property Name="Cat" Type="Edm.Int32"/><Property Name="In" Type="self.In"/>
                  <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
                    <Record><PropertyValue Property="Name" PropertyPath="Cat"/><PropertyValue Property="Alias" String="Category"/></Record>
                    <Record><PropertyValue Property="Name" PropertyPath="In/Code"/><PropertyValue Property="Alias" String="Code"/></Record>
                  </Collection></PropertyValue></Record></Collection></Annotation>
                </EntityType>
                <ComplexType Name="In"><Property Name="Code" Type="Edm.String"/></ComplexType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """.formatted(ID), "return api.es().get(Es.refByCategoryAndCode(4, \"x\"));");

        assertThat(requests()).containsExactly("GET Es(Category=4,Code='x')");
    }

    private static final String NULLS = """
            <ComplexType Name="Place"><Property Name="City" Type="Edm.String"/></ComplexType>
            <Function Name="Count"><ReturnType Type="Edm.Int32"/></Function>
            <Function Name="Here"><ReturnType Type="self.Place"/></Function>
            <Action Name="Sure"><ReturnType Type="Edm.Boolean" Nullable="false"/></Action>
            <EntityContainer Name="C"><FunctionImport Name="Count" Function="self.Count"/>
              <FunctionImport Name="Here" Function="self.Here"/><ActionImport Name="Sure" Action="self.Sure"/></EntityContainer>
            """;

    /** OData Protocol 4.01, section 11.5.4: no result is 204. */
    @Test
    void anOperationMayReturnNothingUnlessItsDocumentSaysOtherwise() throws Exception {
        service.answers(204, "", "")
                .answers(200, "{\"value\":null}")
                .answers(200, "{\"value\":3}")
                .answers(204, "", "")
                .answers(204, "", "");
        Object seen = run(NULLS, """
                String seen = api.count() + " " + api.count() + " " + api.count() + " " + api.here();
                try {
                    return seen + api.sure();
                } catch (dev.lathe.runtime.error.InvalidResponseException e) {
                    return seen + " empty";
                }""");

        assertThat(seen).isEqualTo("null null 3 null empty");
    }

    @Test
    void anImportIsCalledByItsName() throws Exception {
        service.answers(200, "{\"value\":1}").answers(200, "{\"value\":2}").answers(204, "", "");
        Object seen = run("""
                <Function Name="F"><ReturnType Type="Edm.Int32" Nullable="false"/></Function><Action Name="Do"/>
                <EntityContainer Name="C"><FunctionImport Name="First" Function="self.F"/>
                  <FunctionImport Name="Second" Function="self.F"/><ActionImport Name="Start" Action="self.Do"/></EntityContainer>
                """, "int sum = api.first() + api.second(); api.start(); return sum;");

        assertThat(seen).isEqualTo(3);
        assertThat(requests()).containsExactly("GET First()", "GET Second()", "POST Start");
    }

    @Test
    void rowsAreFoundByTheComplexValuesInTheirCollections() throws Exception {
        service.answers(200, "{\"value\":[]}").answers(200, "{\"value\":[]}");
        run("""
                <ComplexType Name="Login"><Property Name="Issuer" Type="Edm.String"/>
                  <Property Name="Uses" Type="Collection(self.Use)"/></ComplexType>
                <ComplexType Name="Use"><Property Name="Count" Type="Edm.Int32"/></ComplexType>
                <ComplexType Name="Profile"><Property Name="Logins" Type="Collection(self.Login)"/></ComplexType>
                <EntityType Name="User">%s<Property Name="Logins" Type="Collection(self.Login)"/>
                  <Property Name="Profile" Type="self.Profile"/></EntityType>
                <EntityContainer Name="C"><EntitySet Name="Users" EntityType="self.User"/></EntityContainer>
                """.formatted(ID), """
                api.users().filter(Users.LOGINS.any(LoginColumns.ISSUER.eq("a").and(LoginColumns.USES.all(UseColumns.COUNT.gt(1))))).toList();
                return api.users().filter(Users.PROFILE.path(ProfileColumns.LOGINS).any().or(Users.LOGINS.any())).toList();""");

        assertThat(requests())
                .map(request -> URLDecoder.decode(request, StandardCharsets.UTF_8))
                .containsExactly(
                        "GET Users?$filter=Logins/any(a:a/Issuer eq 'a' and a/Uses/all(b:b/Count gt 1))",
                        "GET Users?$filter=Profile/Logins/any() or Logins/any()");
    }

    @Test
    void rowsThatOnlyAnOperationAnswersHaveTheirNavigationsToo() throws Exception {
        service.answers(200, "{\"Id\":1,\"Lines\":[{\"Id\":2,\"Next\":{\"Id\":3}}]}")
                .answers(204, "", "");
        Object seen = run("""
                <EntityType Name="Draft">%s<NavigationProperty Name="Lines" Type="Collection(self.Line)" ContainsTarget="true"/></EntityType>
                <EntityType Name="Line">%1$s<Property Name="Scan" Type="Edm.String"/><NavigationProperty Name="Next" Type="self.Line"/></EntityType>
                <Function Name="Latest"><ReturnType Type="self.Draft"/></Function>
                <Action Name="Keep"><Parameter Name="line" Type="self.Line" Nullable="false"/></Action>
                <EntityContainer Name="C">
                  <FunctionImport Name="Latest" Function="self.Latest"/><ActionImport Name="Keep" Action="self.Keep"/>
                </EntityContainer>
                """.formatted(ID), """
                Line line = DraftColumns.LINES.of(api.latest()).get(0);
                api.keep(LineColumns.NEXT.insert(new Line().setId(4), new Line().setId(5)));
                return LineColumns.NEXT.of(line).getId();""");

        assertThat(seen).isEqualTo(3);
        assertThat(service.asked().get(1).body()).contains("\"Id\":4,\"Next\":{\"Id\":5}");
    }

    @Test
    void aNavigationToEntitiesOfAnyTypeIsThereAllTheSame() throws Exception {
        service.answers(200, "{\"value\":[{\"Id\":1,\"Any\":{\"@odata.type\":\"#NS.Other\",\"X\":7}}]}");
        Object seen = run(
                """
                <EntityType Name="E">%s<NavigationProperty Name="Any" Type="Edm.EntityType"/>
                  <NavigationProperty Name="All" Type="Collection(Edm.EntityType)"/></EntityType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """.formatted(ID),
                "return Es.ANY.of(api.es().expand(Es.ANY).expand(Es.ALL).first().orElseThrow()).unknownMember(\"X\").toJson();");

        assertThat(requests()).containsExactly("GET Es?$expand=Any,All&$top=1");
        assertThat(seen).isEqualTo("7");
    }

    @Test
    void whatIsInsideOfAComputedValueIsNeverSentEither() throws Exception {
        service.answers(200, "{\"Id\":1,\"Total\":{\"Sum\":1},\"Name\":\"a\"}").answers(204, "", "");
        run("""
                <EntityType Name="E">%s<Property Name="Name" Type="Edm.String"/>
                  <Property Name="Total" Type="self.Total"><Annotation Term="Org.OData.Core.V1.Computed"/></Property></EntityType>
                <ComplexType Name="Total"><Property Name="Sum" Type="Edm.Int32"/></ComplexType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """.formatted(ID), """
                E row = api.es().get(1).setName("b");
                row.getTotal().setSum(2);
                api.es().update(row);
                return null;""");

        assertThat(service.asked().get(1).body()).isEqualTo("{\"Name\":\"b\"}");
    }

    @Test
    void collectionsOfEverythingKeepTheirNulls() throws Exception {
        List<String> items = List.of(
                "Edm.Int64=[1,null,9007199254740993]",
                "Edm.Decimal=[0.10,null]",
                "Edm.Duration=[\"PT1S\",null]",
                "Edm.TimeOfDay=[\"12:00:00\",null]",
                "Edm.Date=[null,\"2024-02-29\"]",
                "Edm.DateTimeOffset=[\"2024-02-29T23:59:59.1234567Z\",null]",
                "Edm.Binary=[\"_w\",null]",
                "Edm.Guid=[\"00000000-0000-0000-0000-000000000001\",null]",
                "Edm.Boolean=[true,null]",
                "Edm.GeographyPoint=[{\"type\":\"Point\",\"coordinates\":[1.50,2]},null]",
                "Edm.Untyped=[1,\"a\",null,[2]]",
                "Edm.Double=[1.5,\"INF\",null]",
                "Edm.String=[\"\",null]",
                "self.Kind=[\"A\",\"B,A\",null,\"New\"]",
                "self.Base=[{\"@odata.type\":\"#NS.Derived\",\"N\":\"x\",\"More\":[{\"N\":\"y\"}]},null,{\"N\":\"z\"}]");
        StringBuilder properties = new StringBuilder();
        StringBuilder members = new StringBuilder("{\"Id\":1");
        for (int i = 0; i < items.size(); i++) {
            String[] typed = items.get(i).split("=", 2);
            properties.append("<Property Name=\"P%d\" Type=\"Collection(%s)\"/>".formatted(i, typed[0]));
            members.append(",\"P%d\":%s".formatted(i, typed[1]));
        }
        service.answers(200, members + "}").answers(204, "", "");
        run("""
                <EnumType Name="Kind" IsFlags="true"><Member Name="A" Value="1"/><Member Name="B" Value="2"/></EnumType>
                <ComplexType Name="Base" Abstract="true"><Property Name="N" Type="Edm.String"/></ComplexType>
                <ComplexType Name="Derived" BaseType="self.Base"><Property Name="More" Type="Collection(self.Base)"/></ComplexType>
                <EntityType Name="E">%s%s</EntityType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """.formatted(ID, properties), "api.es().upsert(api.es().get(1)); return null;");

        Stream.of(items.toArray(String[]::new))
                .map(item -> item.split("=", 2)[1])
                .forEach(value -> assertThat(service.asked().get(1).body()).contains(value));
    }

    @Test
    void namesThatDifferByCaseOrByASignAreNamesOfTheirOwn() throws Exception {
        service.answers(
                        200,
                        "{\"value\":[{\"Id\":1,\"name\":\"a\",\"Name\":2,\"na_me\":3,\"class\":\"c\",\"$\":\"d\"}]}")
                .answers(200, "{\"value\":[]}")
                .answers(204, "", "");
        Object seen = run("""
                <EntityType Name="thing">%s<Property Name="name" Type="Edm.String"/><Property Name="Name" Type="Edm.Int32"/>
                  <Property Name="na_me" Type="Edm.Int32"/><Property Name="class" Type="Edm.String"/><Property Name="$" Type="Edm.String"/>
                  <Property Name="\uD83D\uDE00" Type="Edm.String"/></EntityType>
                <EntityType Name="Thing">%1$s</EntityType><EntityType Name="Object">%1$s</EntityType><EntityType Name="ODataEntity">%1$s</EntityType>
                <Action Name="class" IsBound="true"><Parameter Name="this" Type="self.thing"/><Parameter Name="new" Type="Edm.Int32" Nullable="false"/></Action>
                <EntityContainer Name="C"><EntitySet Name="things" EntityType="self.thing"/><EntitySet Name="Things" EntityType="self.Thing"/>
                  <EntitySet Name="Object" EntityType="self.Object"/><EntitySet Name="equals" EntityType="self.ODataEntity"/></EntityContainer>
                """.formatted(ID), """
                ThingEntity row = api.things().toList().get(0);
                api.thingsSet().toList();
                api.things().class_(1, 5);
                return row.getName() + row.getNameMember() + row.getNaMe() + row.getClassMember() + row.getU24();""");

        assertThat(seen).isEqualTo("a23cd");
        assertThat(requests()).containsExactly("GET things", "GET Things", "POST things(1)/NS.class");
        assertThat(service.asked().get(2).body()).isEqualTo("{\"new\":5}");
    }

    @Test
    void operationsOfABaseTypeAreThoseOfItsDerivedTypesToo() throws Exception {
        for (int i = 0; i < 7; i++) {
            service.answers(204, "", "");
        }
        run("""
                <EntityType Name="Person">%s<NavigationProperty Name="Pets" Type="Collection(self.Pet)" ContainsTarget="true"/></EntityType>
                <EntityType Name="Employee" BaseType="self.Person"/>
                <EntityType Name="Boss" BaseType="self.Employee"/>
                <EntityType Name="Pet">%1$s</EntityType>
                <Action Name="Greet" IsBound="true"><Parameter Name="p" Type="self.Person"/></Action>
                <Action Name="GreetAll" IsBound="true"><Parameter Name="p" Type="Collection(self.Person)"/></Action>
                <Action Name="Greet" IsBound="true"><Parameter Name="p" Type="self.Employee"/></Action>
                <Action Name="Promote" IsBound="true"><Parameter Name="b" Type="self.Boss"/></Action>
                <Action Name="Feed" IsBound="true"><Parameter Name="p" Type="self.Pet"/></Action>
                <EntityContainer Name="C"><EntitySet Name="People" EntityType="self.Person"/><EntitySet Name="Employees" EntityType="self.Employee"/>
                  <EntitySet Name="Pets" EntityType="self.Pet"/><Singleton Name="Ceo" Type="self.Boss"/></EntityContainer>
                """.formatted(ID), """
                api.employees().greet(1);
                api.employees().greetAll();
                api.ceo().greet();
                api.ceo().promote();
                api.promote(Employees.ref(2).as(Boss.TYPE));
                api.pets().feed(3);
                api.feed(People.ref(1).within(People.PETS, 3));
                return null;""");

        assertThat(requests())
                .containsExactly(
                        "POST Employees(1)/NS.Greet",
                        "POST Employees/NS.GreetAll",
                        "POST Ceo/NS.Greet",
                        "POST Ceo/NS.Promote",
                        "POST Employees(2)/NS.Boss/NS.Promote",
                        "POST Pets(3)/NS.Feed",
                        "POST People(1)/Pets(3)/NS.Feed");
    }

    @Test
    void parametersWithoutACertainTypeTravelAsTheyAre() throws Exception {
        for (int i = 0; i < 3; i++) {
            service.answers(200, "{\"value\":1}");
        }
        run("""
                <Function Name="F"><Parameter Name="p" Type="Edm.GeographyPoint" Nullable="false"/><ReturnType Type="Edm.Int32"/></Function>
                <Function Name="G"><Parameter Name="p" Type="Edm.PrimitiveType" Nullable="false"/><ReturnType Type="Edm.Int32"/></Function>
                <EntityContainer Name="C"><FunctionImport Name="F" Function="self.F"/><FunctionImport Name="G" Function="self.G"/></EntityContainer>
                """, """
                api.f(dev.lathe.runtime.json.JsonValue.parse("{\\"type\\":\\"Point\\",\\"coordinates\\":[1.50,2]}"));
                api.g(dev.lathe.runtime.json.JsonValue.of("it's"));
                return api.g(dev.lathe.runtime.json.JsonValue.of(5));""");

        assertThat(requests().stream().map(target -> URLDecoder.decode(target, StandardCharsets.UTF_8)))
                .containsExactly(
                        "GET F(p=@p1)?@p1=geography'SRID=4326;Point(1.50 2)'",
                        "GET G(p=@p1)?@p1='it''s'",
                        "GET G(p=@p1)?@p1=5");
    }

    @Test
    void shapesAreFoundByDistanceAndArea() throws Exception {
        for (int i = 0; i < 4; i++) {
            service.answers(200, "{\"value\":[]}");
        }
        run("""
                <EntityType Name="Place"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/>
                <Property Name="At" Type="Edm.GeographyPoint"/><Property Name="Plan" Type="Edm.GeometryPoint"/>
                <Property Name="Name" Type="Edm.String"/></EntityType>
                <EntityContainer Name="C"><EntitySet Name="Places" EntityType="self.Place"/></EntityContainer>
                """, """
                var point = dev.lathe.runtime.json.JsonValue.parse("{\\"type\\":\\"Point\\",\\"coordinates\\":[12.5,41.9]}");
                var area = dev.lathe.runtime.json.JsonValue.parse(
                        "{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[0,0],[0,1],[1,1],[0,0]]],\\"crs\\":{\\"type\\":\\"name\\",\\"properties\\":{\\"name\\":\\"EPSG:3857\\"}}}");
                api.places().filter(Places.AT.closerThan(900, point).and(Places.NAME.eq("Rome"))).toList();
                api.places().filter(Places.AT.fartherThan(0.5, point)).toList();
                api.places().filter(Places.PLAN.intersects(area)).toList();
                api.places().filter(Places.AT.isNull()).toList();
                return null;""");

        assertThat(requests().stream().map(target -> URLDecoder.decode(target, StandardCharsets.UTF_8)))
                .containsExactly(
                        "GET Places?$filter=geo.distance(At,geography'SRID=4326;Point(12.5 41.9)') lt 900.0 and Name eq 'Rome'",
                        "GET Places?$filter=geo.distance(At,geography'SRID=4326;Point(12.5 41.9)') gt 0.5",
                        "GET Places?$filter=geo.intersects(Plan,geometry'SRID=3857;Polygon((0 0,0 1,1 1,0 0))')",
                        "GET Places?$filter=At eq null");
    }

    @Test
    void bytesAreLiteralsInFunctionsAndTextInActions() throws Exception {
        service.answers(200, "{\"value\":\"-_8\"}").answers(204, "", "");
        Object seen = run("""
                <Function Name="F"><Parameter Name="p" Type="Edm.Binary" Nullable="false"/><ReturnType Type="Edm.Binary"/></Function>
                <Action Name="A"><Parameter Name="p" Type="Edm.Binary" Nullable="false"/><Parameter Name="s" Type="Edm.Stream" Nullable="false"/></Action>
                <EntityContainer Name="C"><FunctionImport Name="F" Function="self.F"/><ActionImport Name="A" Action="self.A"/></EntityContainer>
                """, """
                byte[] same = api.f(new byte[] {(byte) 0xFB, (byte) 0xFF});
                api.a(same, same);
                return same.length;""");

        assertThat(seen).isEqualTo(2);
        assertThat(requests()).containsExactly("GET F(p=@p1)?@p1=binary'-_8'", "POST A");
        assertThat(service.asked().get(1).body()).isEqualTo("{\"p\":\"-_8\",\"s\":\"-_8\"}");
    }
}
