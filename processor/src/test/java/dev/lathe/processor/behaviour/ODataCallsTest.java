package dev.lathe.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients of OData metadata send, and what they read. */
class ODataCallsTest {

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

    private String body(int number) {
        return service.asked().get(number).body();
    }

    private static final String ALBUM = """
            <EntityType Name="Photo" HasStream="true">
              <Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
              <Property Name="Title" Type="Edm.String"/>
              <Property Name="Thumb" Type="Edm.Stream"/>
              <Property Name="Frame" Type="self.Frame"/>
            </EntityType>
            <ComplexType Name="Frame">
              <Property Name="Width" Type="Edm.Int32"/>
              <Property Name="Texture" Type="Edm.Stream"/>
            </ComplexType>
            <EntityContainer Name="C"><EntitySet Name="Photos" EntityType="self.Photo"/></EntityContainer>
            """;

    @Test
    void aStreamPropertyIsReadWrittenAndDeletedAtItsOwnAddress() throws Exception {
        service.answers(200, Map.of("Content-Type", "image/gif", "ETag", "\"7\""), "GIF89a")
                .answers(204, "", "")
                .answers(204, "", "")
                .answers(204, "", "");
        Object seen = run(ALBUM, """
                try {
                    StringBuilder seen = new StringBuilder();
                    dev.lathe.runtime.odata.Media thumb = api.photos().media(5, Photos.THUMB);
                    String tag;
                    try (dev.lathe.runtime.odata.MediaContent content = thumb.read()) {
                        tag = content.entityTag().orElseThrow();
                        seen.append(content.contentType()).append(' ').append(new String(content.bytes()));
                    }
                    thumb.ifUnchangedSince(tag).write(dev.lathe.runtime.odata.MediaContent.of("image/png", "PNG".getBytes()));
                    thumb.delete();
                    api.photos().media(5, Photos.FRAME.path(FrameColumns.TEXTURE)).write(dev.lathe.runtime.odata.MediaContent.of("image/x", new java.io.ByteArrayInputStream(new byte[] {65})));
                    return seen.toString();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""");

        assertThat(seen).isEqualTo("image/gif GIF89a");
        assertThat(requests())
                .containsExactly(
                        "GET Photos(5)/Thumb",
                        "PUT Photos(5)/Thumb",
                        "DELETE Photos(5)/Thumb",
                        "PUT Photos(5)/Frame/Texture");
        assertThat(service.asked().get(1).header("Content-type")).isEqualTo("image/png");
        assertThat(service.asked().get(1).header("If-match")).isEqualTo("\"7\"");
        assertThat(body(1)).isEqualTo("PNG");
        assertThat(body(3)).isEqualTo("A");
    }

    @Test
    void aStreamThatIsNotThereIsEmpty() throws Exception {
        service.answers(204, "", "").answers(404, "{}");
        assertThat(run(ALBUM, """
                return api.photos().media(5, Photos.THUMB).find().isPresent() + " " + api.photos().media(6, Photos.THUMB).find().isPresent();
                """)).isEqualTo("false false");
    }

    @Test
    void aMediaEntityIsCreatedFromItsBytesAndReadAsSuch() throws Exception {
        service.answers(201, "{\"Id\":9,\"Title\":\"untitled\"}")
                .answers(200, "image/png", "PNG")
                .answers(204, "", "")
                .answers(201, Map.of("Location", service.base() + "/Photos(10)"), "");
        Object seen = run(ALBUM, """
                try {
                    dev.lathe.runtime.odata.MediaContent png = dev.lathe.runtime.odata.MediaContent.of("image/png", "PNG".getBytes());
                    Photo photo = api.photos().create(Photos.MEDIA, png);
                    String read = new String(api.photos().media(photo, Photos.MEDIA).read().bytes());
                    api.photos().media(photo.getId(), Photos.MEDIA).write(png);
                    return photo.getId() + photo.getTitle() + read + api.photos().create(Photos.MEDIA, png).getId();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }""");

        assertThat(seen).isEqualTo("9untitledPNG10");
        assertThat(requests())
                .containsExactly("POST Photos", "GET Photos(9)/$value", "PUT Photos(9)/$value", "POST Photos");
        assertThat(service.asked().get(0).header("Content-type")).isEqualTo("image/png");
    }

    @Test
    void bytesAreWhereTheRowSaysThatTheyAre() throws Exception {
        service.answers(200, """
                        {"Id":1,"Thumb@odata.mediaReadLink":"cdn/1.gif","Thumb@odata.mediaEditLink":"edit/1.gif",\
                        "@odata.mediaReadLink":"cdn/1.png"}""")
                .answers(200, "image/gif", "x")
                .answers(204, "", "")
                .answers(200, "image/png", "x");
        run(ALBUM, """
                Photo photo = api.photos().get(1);
                dev.lathe.runtime.odata.MediaContent gif = api.photos().media(photo, Photos.THUMB).read();
                api.photos().media(photo, Photos.THUMB).write(gif);
                return api.photos().media(photo, Photos.MEDIA).read();""");

        assertThat(requests()).containsExactly("GET Photos(1)", "GET cdn/1.gif", "PUT edit/1.gif", "GET cdn/1.png");
    }

    @Test
    void aKeyWithinAComplexPropertyGoesByItsAlias() throws Exception {
        String category = """
                <ComplexType Name="Info"><Property Name="ID" Type="Edm.Int32" Nullable="false"/></ComplexType>
                <EntityType Name="Category">
                  <Key><PropertyRef Name="Region"/><PropertyRef Name="Info/ID" Alias="InfoID"/></Key>
                  <Property Name="Region" Type="Edm.String" Nullable="false"/>
                  <Property Name="Info" Type="self.Info" Nullable="false"/>
                  <Property Name="Name" Type="Edm.String"/>
                </EntityType>
                <EntityContainer Name="C"><EntitySet Name="Categories" EntityType="self.Category"/></EntityContainer>
                """;
        service.answers(200, "{\"Region\":\"EU\",\"Info\":{\"ID\":7},\"Name\":\"x\"}")
                .answers(204, "", "")
                .answers(204, Map.of("OData-EntityId", "Categories(Region='US',InfoID=8)"), "");
        Object key = run(category, """
                Category row = api.categories().get(Categories.key("EU", 7));
                api.categories().update(row.setName("y"));
                return api.categories().create(new Category().setName("z"));""");

        assertThat(requests())
                .containsExactly(
                        "GET Categories(Region='EU',InfoID=7)",
                        "PATCH Categories(Region='EU',InfoID=7)",
                        "POST Categories");
        assertThat(body(1)).isEqualTo("{\"Name\":\"y\"}");
        assertThat(key.toString()).isEqualTo("Region='US',InfoID=8");
    }

    private static final String ORDERS = """
            <EntityType Name="Order">
              <Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
              <NavigationProperty Name="Lines" Type="Collection(self.Line)" ContainsTarget="true"/>
              <NavigationProperty Name="Invoice" Type="self.Invoice" ContainsTarget="true"/>
            </EntityType>
            <EntityType Name="Line">
              <Key><PropertyRef Name="No"/></Key>
              <Property Name="No" Type="Edm.Int16" Nullable="false"/>
              <Property Name="Text" Type="Edm.String"/>
              <NavigationProperty Name="Notes" Type="Collection(self.Note)" ContainsTarget="true"/>
            </EntityType>
            <EntityType Name="Note">
              <Key><PropertyRef Name="A"/><PropertyRef Name="B"/></Key>
              <Property Name="A" Type="Edm.String" Nullable="false"/><Property Name="B" Type="Edm.Guid" Nullable="false"/>
            </EntityType>
            <EntityType Name="Invoice">
              <Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Paid" Type="Edm.Boolean"/>
            </EntityType>
            <Action Name="Ship" IsBound="true"><Parameter Name="line" Type="self.Line"/></Action>
            <Action Name="ShipAll" IsBound="true"><Parameter Name="lines" Type="Collection(self.Line)"/></Action>
            <EntityContainer Name="C">
              <EntitySet Name="Orders" EntityType="self.Order"/><Singleton Name="Draft" Type="self.Order"/>
            </EntityContainer>
            """;

    @Test
    void rowsInsideOfARowAreReadAndWrittenThere() throws Exception {
        service.answers(200, "{\"value\":[{\"No\":1,\"Text\":\"a\"}]}")
                .answers(204, "", "")
                .answers(201, "{\"No\":2}")
                .answers(204, "", "")
                .answers(200, "{\"value\":[]}")
                .answers(200, "{\"Id\":3,\"Paid\":false}")
                .answers(204, "", "")
                .answers(200, "{\"A\":\"x\"}");
        run(ORDERS, """
                dev.lathe.runtime.odata.EntitySet<Line, Short> lines = api.orders().within(4, Orders.LINES);
                for (Line line : lines.filter(LineColumns.TEXT.eq("a"))) {
                    lines.update(line.setText("b"));
                }
                Short number = lines.create(new Line().setText("c"));
                lines.delete(number);
                lines.within((short) 2, LineColumns.NOTES).toList();
                Invoice invoice = api.orders().within(4, Orders.INVOICE).get();
                api.orders().within(4, Orders.INVOICE).update(invoice.setPaid(true));
                return api.draft().within(Orders.LINES).within((short) 1, LineColumns.NOTES)
                        .get(dev.lathe.runtime.odata.EntityKey.of("A", "x").and("B", new UUID(0, 1)));""");

        assertThat(requests())
                .containsExactly(
                        "GET Orders(4)/Lines?$filter=Text%20eq%20'a'",
                        "PATCH Orders(4)/Lines(1)",
                        "POST Orders(4)/Lines",
                        "DELETE Orders(4)/Lines(2)",
                        "GET Orders(4)/Lines(2)/Notes",
                        "GET Orders(4)/Invoice",
                        "PATCH Orders(4)/Invoice",
                        "GET Draft/Lines(1)/Notes(A='x',B=00000000-0000-0000-0000-000000000001)");
        assertThat(body(6)).isEqualTo("{\"Paid\":true}");
    }

    @Test
    void operationsOnRowsInsideOfARowStartThere() throws Exception {
        service.answers(204, "", "").answers(204, "", "");
        run(ORDERS, """
                api.ship(Orders.ref(4).within(Orders.LINES, (short) 2));
                api.shipAll(api.orders().within(4, Orders.LINES));
                return null;""");

        assertThat(requests()).containsExactly("POST Orders(4)/Lines(2)/NS.Ship", "POST Orders(4)/Lines/NS.ShipAll");
    }

    private static final String PEOPLE = """
            <EntityType Name="Person" OpenType="true">
              <Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
              <Property Name="Home" Type="self.Place"/>
              <Property Name="Places" Type="Collection(self.Place)"/>
              <NavigationProperty Name="Boss" Type="self.Person"/>
              <NavigationProperty Name="Friends" Type="Collection(self.Person)"/>
            </EntityType>
            <EntityType Name="Employee" BaseType="NS.Person"><Property Name="Salary" Type="Edm.Decimal"/></EntityType>
            <EntityType Name="Manager" BaseType="NS.Employee"><Property Name="Budget" Type="Edm.Decimal"/></EntityType>
            <ComplexType Name="Place" OpenType="true"><Property Name="City" Type="Edm.String"/></ComplexType>
            <ComplexType Name="Office" BaseType="self.Place"><Property Name="Floor" Type="Edm.Byte"/></ComplexType>
            <Action Name="Promote" IsBound="true"><Parameter Name="who" Type="self.Employee"/><Parameter Name="by" Type="Edm.Int32" Nullable="false"/></Action>
            <EntityContainer Name="C">
              <EntitySet Name="People" EntityType="self.Person"/><Singleton Name="Me" Type="self.Person"/>
            </EntityContainer>
            """;

    @Test
    void rowsOfADerivedTypeAreAskedForAndKnowWhatTheyAre() throws Exception {
        service.answers(200, "{\"value\":[{\"Id\":1,\"Salary\":2.50}]}")
                .answers(200, "{\"value\":[{\"@odata.type\":\"#NS.Manager\",\"Id\":1,\"Budget\":9},{\"Id\":2}]}")
                .answers(200, "{\"Id\":1}")
                .answers(200, "{\"Id\":1,\"Salary\":1}");
        Object seen = run(PEOPLE, """
                StringBuilder seen = new StringBuilder();
                for (Employee e : api.people().as(Employee.TYPE).filter(EmployeeColumns.SALARY.gt(1)).select(EmployeeColumns.SALARY)) {
                    seen.append(e.getSalary());
                }
                for (Person p : api.people()) {
                    seen.append(' ').append(p instanceof Manager m ? "manager " + m.getBudget() : "person");
                }
                api.people().as(Employee.TYPE).get(1);
                return seen.append(' ').append(api.me().as(Employee.TYPE).get().getSalary()).toString();""");

        assertThat(seen).isEqualTo("2.50 manager 9 person 1");
        assertThat(requests())
                .containsExactly(
                        "GET People/NS.Employee?$select=Salary&$filter=Salary%20gt%201",
                        "GET People", "GET People/NS.Employee(1)", "GET Me/NS.Employee");
    }

    @Test
    void aRowOfADerivedTypeSaysSoWhereThePlaceDoesNot() throws Exception {
        for (int i = 0; i < 4; i++) {
            service.answers(201, "{\"Id\":" + i + "}");
        }
        service.answers(204, "", "");
        run(PEOPLE, """
                api.people().create(new Manager().setName("m"));
                api.people().create(new Person().setName("p"));
                api.people().as(Employee.TYPE).create(new Employee().setName("e"));
                api.people().create(People.FRIENDS.insert(new Person(), List.of(new Employee().setName("f"))));
                api.promote(People.ref(7).as(Employee.TYPE), 3);
                return null;""");

        assertThat(List.of(body(0), body(1), body(2), body(3)))
                .containsExactly(
                        "{\"@odata.type\":\"#NS.Manager\",\"Name\":\"m\"}",
                        "{\"Name\":\"p\"}",
                        "{\"Name\":\"e\"}",
                        "{\"Friends\":[{\"@odata.type\":\"#NS.Employee\",\"Name\":\"f\"}]}");
        assertThat(requests().get(2)).isEqualTo("POST People/NS.Employee");
        assertThat(requests().get(4)).isEqualTo("POST People(7)/NS.Employee/NS.Promote");
        assertThat(body(4)).isEqualTo("{\"by\":3}");
    }

    @Test
    void complexValuesMayBeOpenAndOfADerivedType() throws Exception {
        String row =
                "{\"Id\":1,\"Home\":{\"@odata.type\":\"#NS.Office\",\"City\":\"Ulm\",\"Floor\":200,\"Door\":[1.50]},"
                        + "\"Places\":[{\"City\":\"a\"},{\"@odata.type\":\"#NS.Office\",\"Floor\":1}],\"Shoe\":{\"Size\":41}}";
        service.answers(200, row).answers(204, "", "");
        Object seen = run(PEOPLE, """
                Person person = api.people().get(1);
                Office office = (Office) person.getHome();
                String seen = office.getFloor() + " " + office.unknownMember("Door") + " " + person.unknownMember("Shoe") + " " + (person.getPlaces().get(1) instanceof Office);
                office.setUnknownMember("Bell", dev.lathe.runtime.json.JsonValue.of(true));
                person.setUnknownMember("Hat", dev.lathe.runtime.json.JsonValue.of("green"));
                api.people().upsert(person);
                return seen;""");

        assertThat(seen).isEqualTo("200 [1.50] {\"Size\":41} true");
        assertThat(body(1))
                .contains("\"@odata.type\":\"#NS.Office\"", "\"Door\":[1.50]", "\"Bell\":true")
                .contains("\"Shoe\":{\"Size\":41}", "\"Hat\":\"green\"")
                .contains("\"Places\":[{\"City\":\"a\"},{\"@odata.type\":\"#NS.Office\",\"Floor\":1}]");
    }

    @Test
    void changesWithinAComplexValueOfADerivedTypeSayOfWhichTypeItIs() throws Exception {
        service.answers(200, "{\"Id\":1,\"Home\":{\"@odata.type\":\"#NS.Office\",\"City\":\"Ulm\",\"Floor\":2}}")
                .answers(204, "", "");
        run(PEOPLE, """
                Person person = api.people().get(1);
                ((Office) person.getHome()).setFloor((short) 3);
                api.people().update(person);
                return null;""");

        assertThat(body(1)).isEqualTo("{\"Home\":{\"@odata.type\":\"#NS.Office\",\"Floor\":3}}");
    }

    @Test
    void aSingletonThatIsNotThereIsEmpty() throws Exception {
        service.answers(204, "", "").answers(404, "{\"error\":{\"code\":\"c\",\"message\":\"m\"}}");

        assertThat(run(PEOPLE, "return api.me().find().isPresent() || api.me().find().isPresent();"))
                .isEqualTo(false);
    }

    @Test
    void aSingletonHasNavigationsToo() throws Exception {
        service.answers(200, "{\"value\":[{\"Id\":2}]}")
                .answers(200, "{\"Id\":3}")
                .answers(204, "", "");
        Object seen = run(PEOPLE, """
                int friend = api.me().related(People.FRIENDS).first().orElseThrow().getId();
                int boss = api.me().related(People.BOSS).orElseThrow().getId();
                api.me().within(People.BOSS).update(new Person().setName("x"));
                return friend + " " + boss;""");

        assertThat(seen).isEqualTo("2 3");
        assertThat(requests()).containsExactly("GET Me/Friends?$top=1", "GET Me/Boss", "PATCH Me/Boss");
    }

    private static final String VALUES = """
            <EnumType Name="Rights" IsFlags="true" UnderlyingType="Edm.Int64">
              <Member Name="Read" Value="1"/><Member Name="Write" Value="2"/><Member Name="Own" Value="8589934592"/>
            </EnumType>
            <EnumType Name="Small" UnderlyingType="Edm.Byte"><Member Name="One"/><Member Name="Two"/></EnumType>
            <TypeDefinition Name="Code" UnderlyingType="Edm.String"/>
            <EntityType Name="Thing">
              <Key><PropertyRef Name="Id"/></Key>
              <Property Name="Id" Type="self.Code" Nullable="false"/>
              <Property Name="Rights" Type="self.Rights"/><Property Name="Smalls" Type="Collection(self.Small)"/>
              <Property Name="At" Type="Edm.DateTimeOffset" Precision="12"/><Property Name="Ats" Type="Collection(Edm.DateTimeOffset)"/>
              <Property Name="Took" Type="Edm.Duration"/><Property Name="Tooks" Type="Collection(Edm.Duration)"/>
              <Property Name="Noon" Type="Edm.TimeOfDay" Precision="7"/><Property Name="Day" Type="Edm.Date"/>
              <Property Name="Bytes" Type="Edm.Binary"/><Property Name="Blobs" Type="Collection(Edm.Binary)"/>
              <Property Name="Where" Type="Edm.GeographyPoint" SRID="4326"/><Property Name="Shapes" Type="Collection(Edm.GeometryPolygon)"/>
              <Property Name="Any" Type="Edm.Untyped"/><Property Name="Anys" Type="Collection(Edm.Untyped)"/>
              <Property Name="Tiny" Type="Edm.SByte"/><Property Name="Byte" Type="Edm.Byte"/><Property Name="Big" Type="Edm.Int64"/>
              <Property Name="Exact" Type="Edm.Decimal" Scale="variable"/><Property Name="Real" Type="Edm.Double"/><Property Name="Single" Type="Edm.Single"/>
              <Property Name="Names" Type="Collection(Edm.String)"/><Property Name="Guids" Type="Collection(Edm.Guid)"/>
              <Property Name="Primitive" Type="Edm.PrimitiveType"/>
            </EntityType>
            <EntityContainer Name="C"><EntitySet Name="Things" EntityType="self.Thing"/></EntityContainer>
            """;

    @Test
    void valuesOfAllTypesSurviveTheRoundTrip() throws Exception {
        List<String> members = List.of(
                "\"Id\":\"c\"",
                "\"Rights\":\"Read,Own\"",
                "\"Smalls\":[\"Two\",\"Seven\"]",
                "\"At\":\"2024-02-29T23:59:59.123456789Z\"",
                "\"Ats\":[\"2024-01-01T00:00:00.0000001+02:00\"]",
                "\"Took\":\"P1DT2H3M4.5S\"",
                "\"Tooks\":[\"PT0S\",\"-PT1M\"]",
                "\"Noon\":\"12:00:00.1234567\"",
                "\"Day\":\"0001-01-01\"",
                "\"Bytes\":\"_-8A\"",
                "\"Blobs\":[\"AQ\",\"\"]",
                "\"Where\":{\"type\":\"Point\",\"coordinates\":[142.10,64.1]}",
                "\"Shapes\":[{\"type\":\"Polygon\",\"coordinates\":[]}]",
                "\"Any\":[1,{\"a\":null}]",
                "\"Anys\":[1,\"x\",null,[true]]",
                "\"Tiny\":-128",
                "\"Byte\":255",
                "\"Big\":9223372036854775807",
                "\"Exact\":12345678901234567890.12345678901234567890",
                "\"Real\":1.0E300",
                "\"Single\":0.1",
                "\"Names\":[\"\\u00e4\",null]".replace("\\u00e4", "\u00e4"),
                "\"Guids\":[\"00000000-0000-0000-0000-000000000001\"]",
                "\"Primitive\":3");
        service.answers(200, "{" + String.join(",", members) + "}").answers(204, "", "");
        Object seen = run(VALUES, """
                Thing thing = api.things().get("c");
                api.things().upsert(thing);
                return thing.getRights().flags() + " " + thing.getRights().isKnown() + " " + thing.getSmalls().get(1).isKnown()
                        + " " + thing.getAt().getNano() + " " + thing.getTook() + " " + thing.getNoon() + " " + thing.getWhere().toJson();
                """);

        assertThat(seen)
                .isEqualTo(
                        "[Read, Own] true false 123456789 PT26H3M4.5S 12:00:00.123456700 {\"type\":\"Point\",\"coordinates\":[142.10,64.1]}");
        String sent = service.asked().get(1).body();
        assertThat(sent).contains("\"Took\":\"PT26H3M4.5S\"");
        members.stream()
                .filter(member -> !member.startsWith("\"Id\"") && !member.startsWith("\"Took\""))
                .forEach(member -> assertThat(sent).contains(member));
    }

    /** CSDL allows twelve digits of a second; Java keeps nine. */
    @Test
    void digitsBeyondNanosecondsAreNoError() throws Exception {
        service.answers(200, """
                {"Id":"c","At":"2024-02-29T23:59:59.123456789012Z","Took":"PT0.123456789012S","Noon":"12:00:00.123456789012"}""");
        assertThat(run(VALUES, """
                Thing thing = api.things().get("c");
                return thing.getAt() + " " + thing.getTook() + " " + thing.getNoon();""")).isEqualTo("2024-02-29T23:59:59.123456789Z PT0.123456789S 12:00:00.123456789");
    }

    @Test
    void valuesOfAllTypesAreSpelledInFilters() throws Exception {
        service.answers(200, "{\"value\":[]}");
        run(VALUES, """
                return api.things().filter(Things.RIGHTS.has(Rights.OWN)
                        .and(Things.AT.gt(java.time.OffsetDateTime.parse("2024-02-29T23:59:59.1234567Z")))
                        .and(Things.TOOK.eq(java.time.Duration.ofSeconds(90)))
                        .and(Things.NOON.eq(java.time.LocalTime.NOON))
                        .and(Things.BYTES.eq(new byte[] {-1}))).toList();""");

        assertThat(java.net.URLDecoder.decode(requests().get(0), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Rights has NS.Rights'Own'")
                .contains("At gt 2024-02-29T23:59:59.1234567Z")
                .contains("Took eq duration'PT1M30S'")
                .contains("Noon eq 12:00")
                .contains("Bytes eq binary'_w'");
    }

    @Test
    void aStreamInACollectionIsReported() throws Exception {
        assertThat(Client.odataWarnings(folder, """
                <ComplexType Name="Item"><Property Name="Bytes" Type="Edm.Stream"/></ComplexType>
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key>
                  <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Items" Type="Collection(self.Item)"/>
                </EntityType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """))
                .singleElement()
                .asString()
                .startsWith("[stream-property]")
                .contains("api.xml#Item/Bytes");
    }

    @Test
    void streamsOfABaseTypeAreThoseOfTheTypesThatCanBeReached() throws Exception {
        assertThat(Client.odataWarnings(folder, """
                <EntityType Name="Base" Abstract="true"><Key><PropertyRef Name="Id"/></Key>
                  <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Logo" Type="Edm.Stream"/></EntityType>
                <EntityType Name="Middle" BaseType="self.Base" Abstract="true" HasStream="true"/>
                <EntityType Name="E" BaseType="self.Middle"/>
                <EntityType Name="Nowhere" BaseType="self.Base" HasStream="true"/>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """))
                .singleElement()
                .asString()
                .startsWith("[stream-property] 'Nowhere' describes bytes")
                .contains("api.xml#Nowhere");
    }

    @Test
    void overloadsAreOverloadsInJava() throws Exception {
        service.answers(200, "{\"value\":1}")
                .answers(200, "{\"value\":2}")
                .answers(200, "{\"value\":3}")
                .answers(200, "{\"value\":4}");
        Object seen = run("""
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>
                <Function Name="F"><ReturnType Type="Edm.Int32"/></Function>
                <Function Name="F"><Parameter Name="a" Type="Edm.String" Nullable="false"/><ReturnType Type="Edm.Int32"/></Function>
                <Function Name="F"><Parameter Name="b" Type="Edm.Int32" Nullable="false"/><Parameter Name="c" Type="Edm.String"/><ReturnType Type="Edm.Int32"/></Function>
                <Function Name="F"><Parameter Name="d" Type="Edm.String" Nullable="false"/><ReturnType Type="Edm.Int32"/></Function>
                <EntityContainer Name="C"><FunctionImport Name="F" Function="self.F"/></EntityContainer>
                """, "return api.f() + api.f(\"x\") + api.f(7, null) + api.fOperation(\"y\");");

        assertThat(seen).isEqualTo(10);
        assertThat(requests())
                .containsExactly(
                        "GET F()", "GET F(a=@p1)?@p1='x'", "GET F(b=@p1,c=@p2)?@p1=7&@p2=null", "GET F(d=@p1)?@p1='y'");
    }

    @Test
    void typesAndContainersReachOverSchemas() throws Exception {
        service.answers(200, "{\"Id\":1,\"Name\":\"a\"}")
                .answers(200, "{\"Id\":2,\"Name\":\"b\",\"Rank\":3}")
                .answers(200, "{\"value\":4}");
        Object seen = run("""
                <EntityType Name="Party" Abstract="true"><Key><PropertyRef Name="Id"/></Key>
                  <Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/></EntityType>
                <EntityType Name="Firm" BaseType="self.Party"/>
                <EntityContainer Name="Base"><EntitySet Name="Firms" EntityType="self.Firm"/></EntityContainer>
                </Schema>
                <Schema Namespace="More.Of.It" Alias="m.o" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                <EntityType Name="Person" BaseType="self.Party"><Property Name="Rank" Type="Edm.Int32"/></EntityType>
                <Function Name="Size"><ReturnType Type="Edm.Int32"/></Function>
                <EntityContainer Name="All" Extends="self.Base">
                  <EntitySet Name="People" EntityType="m.o.Person"/><FunctionImport Name="Size" Function="m.o.Size"/>
                </EntityContainer>
                """, """
                Party firm = api.firms().get(1);
                Person person = api.people().get(2);
                return firm.getName() + person.getName() + person.getRank() + api.size();""");

        assertThat(seen).isEqualTo("ab34");
        assertThat(requests()).containsExactly("GET Firms(1)", "GET People(2)", "GET Size()");
    }

    @Test
    void aDocumentWithoutEntityTypesHasItsImports() throws Exception {
        service.answers(200, "{\"City\":\"Ulm\"}");
        Object seen = run("""
                <ComplexType Name="Place"><Property Name="City" Type="Edm.String"/></ComplexType>
                <Function Name="Here"><ReturnType Type="self.Place"/></Function>
                <EntityContainer Name="C"><FunctionImport Name="Here" Function="self.Here"/></EntityContainer>
                """, "return api.here().getCity();");
        assertThat(seen).isEqualTo("Ulm");
    }

    @Test
    void aDocumentWithoutAContainerHasItsTypes() throws Exception {
        Object seen = run("""
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>
                <EnumType Name="Kind"><Member Name="A"/></EnumType>
                """, "return E.TYPE.parse(\"{\\\"Id\\\":5}\").getId() + \" \" + Kind.A;");
        assertThat(seen).isEqualTo("5 A");
    }

    @Test
    void whatTheServiceComputesIsNeverSentAndWhatIsImmutableOnlyOnCreate() throws Exception {
        String schema = """
                <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/>
                  <Property Name="Born" Type="Edm.Date"><Annotation Term="Org.OData.Core.V1.Immutable"/></Property>
                  <Property Name="Age" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.Computed"/></Property>
                </EntityType>
                <EntityContainer Name="C"><EntitySet Name="Es" EntityType="self.E"/></EntityContainer>
                """;
        service.answers(200, "{\"Id\":1,\"Born\":\"2000-01-01\",\"Age\":24}").answers(201, "{\"Id\":2}");
        Object setters = run(schema, """
                E read = api.es().get(1);
                api.es().create(read);
                StringBuilder setters = new StringBuilder();
                for (java.lang.reflect.Method m : E.class.getDeclaredMethods()) {
                    if (m.getName().startsWith("set")) {
                        setters.append(m.getName());
                    }
                }
                return setters.toString();""");

        assertThat(setters).asString().contains("setBorn").doesNotContain("setAge");
        assertThat(body(1)).isEqualTo("{\"Id\":1,\"Born\":\"2000-01-01\"}");
    }
}
