package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of which nothing can be used: one error, with what to do instead. */
class CsdlRefusalsTest {

    private static final String EDMX =
            "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">";

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void anEmptyDocument(String document) {
        Csdl.document(document).onlyError("empty-document").says("$metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html><head><title>Sign in</title>",
                "<!-- x --><!-- y --> <HTML lang='en'><br></HTML>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"
            })
    void aLoginPage(String document) {
        Csdl.document(document).onlyError("html-page").says("login page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.0.3\ninfo: {}",
                "# comment\n\"swagger\" : \"2.0\"",
                "{\"openapi\": \"3.1.0\"}",
                "{ \"info\": {}, \"swagger\": \"2.0\" }"
            })
    void anOpenApiDocumentWantsTheOtherAnnotation(String document) {
        Csdl.document(document).onlyError("wrong-document").says("@OpenApiClient instead of @ODataClient");
    }

    @Test
    void csdlInJson() {
        Csdl.document("{\"$Version\": \"4.01\", \"$EntityContainer\": \"A.B\"}")
                .onlyError("csdl-json")
                .says("$format=application/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":\"0x1\",\"message\":\"no\"}}",
                "{ \"odata.error\": {} }",
                "<error xmlns='http://docs.oasis-open.org/odata/ns/metadata'><code>1</code></error>"
            })
    void theErrorAnswerOfAService(String document) {
        Csdl.document(document).onlyError("error-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@odata.context\":\"$metadata\",\"value\":[]}",
                "<service xmlns='http://www.w3.org/2007/app'><workspace/></service>"
            })
    void theServiceDocument(String document) {
        Csdl.document(document).onlyError("service-document").says("$metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "%PDF-1.7", "[1, 2]", "{}"})
    void somethingElse(String document) {
        Csdl.document(document).onlyError("not-xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<project/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"})
    void otherXml(String document) {
        Csdl.document(document).onlyError("not-csdl").says("starts with 'Edmx'");
    }

    @Test
    void aSchemaOfAnotherNamespace() {
        Csdl.document(EDMX + "<edmx:DataServices><Schema Namespace='A' xmlns='urn:x'/></edmx:DataServices></edmx:Edmx>")
                .onlyError("not-csdl")
                .says("urn:x");
    }

    @Test
    void aTruncatedDocumentIsCutOffAtALineAndAColumn() {
        Csdl.document(EDMX + "\n<edmx:DataServices>\n<Schema Names")
                .onlyError("not-well-formed")
                .at("", 3, 14)
                .says("cut off");
    }

    @Test
    void aMismatchedTagStandsAtALineAndAColumn() {
        Csdl.schema("<EntityType Name=\"E\">\n</EntityTyp>")
                .onlyError("not-well-formed")
                .at("", 5, 3)
                .says("EntityType");
    }

    @Test
    void anUndeclaredEntityIsMalformed() {
        Csdl.schema("<EntityType Name=\"&secret;\"/>").onlyError("not-well-formed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><e>&x;</e>",
                "<?xml version='1.0'?><!-- c --><!DOCTYPE e [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><e/>",
                "<!DOCTYPE e SYSTEM 'http://127.0.0.1:9/e.dtd'><e/>",
                "<!doctype e [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><e>&b;</e>",
                "\n<?pi some?>\n<!DOCTYPE e><e/>"
            })
    void entitiesAreNeverEvenLookedAt(String document) {
        Csdl.document(document).onlyError("dtd-refused").says("no entities");
    }

    @Test
    void aDoctypeInTheMiddleIsMalformed() {
        Csdl.schema("<!DOCTYPE e [<!ENTITY x 'y'>]>").onlyError("not-well-formed");
    }

    @ParameterizedTest
    @CsvSource({
        "http://schemas.microsoft.com/ado/2006/04/edm, '', OData V1 or V2",
        "http://schemas.microsoft.com/ado/2008/09/edm, '', OData V2",
        "http://schemas.microsoft.com/ado/2008/09/edm, 2.0, OData V2",
        "http://schemas.microsoft.com/ado/2009/11/edm, '', OData V3",
        "http://schemas.microsoft.com/ado/2009/11/edm, 3.0, OData V3"
    })
    void anOldVersionIsNamed(String namespace, String dataServiceVersion, String named) {
        String version = dataServiceVersion.isEmpty()
                ? ""
                : " xmlns:m='http://schemas.microsoft.com/ado/2007/08/dataservices/metadata' m:DataServiceVersion='"
                        + dataServiceVersion + "'";
        Csdl.document("<edmx:Edmx Version='1.0' xmlns:edmx='http://schemas.microsoft.com/ado/2007/06/edmx'>"
                        + "<edmx:DataServices" + version + "><Schema Namespace='A' xmlns='" + namespace + "'/>"
                        + "</edmx:DataServices></edmx:Edmx>")
                .onlyError("odata-version")
                .says(named + "; only OData V4 is supported");
    }

    @Test
    void aDocumentThatOnlyCallsItselfV4IsToldSo() {
        Csdl.document("<edmx:Edmx Version='4.0' xmlns:edmx='http://schemas.microsoft.com/ado/2007/06/edmx'>"
                        + "<edmx:DataServices><Schema Namespace='A' xmlns='http://schemas.microsoft.com/ado/2008/09/edm'/>"
                        + "</edmx:DataServices></edmx:Edmx>")
                .onlyError("odata-version")
                .says("calls itself version 4.0");
    }

    @Test
    void anOldEnvelopeWithoutASchemaIsOld() {
        Csdl.document("<edmx:Edmx Version='1.0' xmlns:edmx='http://schemas.microsoft.com/ado/2007/06/edmx'/>")
                .onlyError("odata-version");
    }

    @Test
    void aBareOldSchemaIsOld() {
        Csdl.document("<Schema Namespace='A' xmlns='http://schemas.microsoft.com/ado/2006/04/edm'/>")
                .onlyError("odata-version");
    }

    @Test
    void bytesThatAreNotOfTheEncodingHaveAPlace() {
        String document = EDMX + "\n<caf\u00e9/>";

        Csdl.bytes(document.getBytes(StandardCharsets.ISO_8859_1))
                .onlyError("encoding")
                .at("", 2, 5)
                .says("not valid UTF-8 here (byte 0xE9)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "no such thing", ""})
    void anEncodingThatNobodyKnows(String encoding) {
        Csdl.document("<?xml version='1.0' encoding='" + encoding + "'?><a/>").onlyError("encoding");
    }

    @Test
    void cyclesOfBaseTypesAreAllNamed() {
        var read = Csdl.schema("""
                <EntityType Name="A" BaseType="S.B"/>
                <EntityType Name="B" BaseType="S.A"/>
                <EntityType Name="Below" BaseType="S.A"/>
                <ComplexType Name="Self" BaseType="S.Self"/>
                """);

        assertThat(read.found()).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "A type cannot be its own base type: Shop.A -> Shop.B -> Shop.A.",
                        "A type cannot be its own base type: Shop.Self -> Shop.Self.");
        assertThat(read.problems()).extracting(Problem::code).containsOnly("base-cycle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x>",
                "<Annotation Term='Core.Description'>",
                "<EntityType Name='E'><Annotation Term='a.Computed'>"
            })
    void nestingHasAnEnd(String element) {
        String document =
                EDMX + "<edmx:DataServices><Schema Namespace='A' xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
                        + element.repeat(100_000);

        Csdl.document(document).onlyError("too-deep");
    }

    @Test
    void aLineOfBasesHasAnEnd() {
        var types = new StringBuilder("<EntityType Name=\"T0\"/>");
        for (int i = 1; i <= 100; i++) {
            types.append("<EntityType Name=\"T%d\" BaseType=\"S.T%d\"/>".formatted(i, i - 1));
        }

        Csdl.schema(types.toString().replace("<EntityType Name=\"T100\" BaseType=\"S.T99\"/>", ""))
                .model();
        Csdl.schema(types.toString()).onlyError("too-deep").says("'T100' has more than 100 base types above it");
    }

    @Test
    void messagesDoNotDependOnTheLocaleForWhatIsOurs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            Csdl.document(EDMX).onlyError("not-well-formed").says("not well-formed XML");
        } finally {
            Locale.setDefault(before);
        }
    }
}
