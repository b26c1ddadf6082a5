package dev.lathe.processor;

/** Small documents for tests that are about something else. */
final class Documents {

    private Documents() {}

    /** CSDL with one table, its set and a complex type. */
    static String csdl() {
        return csdl("Shop");
    }

    static String csdl(String container) {
        return """
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                  <EntityType Name="Order"><Key><PropertyRef Name="Number"/></Key>
                    <Property Name="Number" Type="Edm.Int32" Nullable="false"/>
                    <Property Name="Remark" Type="Edm.String"/></EntityType>
                  <EntityContainer Name="%s"><EntitySet Name="Orders" EntityType="Shop.Order"/></EntityContainer>
                </Schema></edmx:DataServices></edmx:Edmx>
                """.formatted(container);
    }

    /** The same, with a reference to a type that there is not. */
    static String faultyCsdl() {
        return csdl().replace("Type=\"Edm.String\"", "Type=\"Edm.Sting\"");
    }
}
