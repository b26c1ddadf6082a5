package dev.lathe.runtime.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.GeoPoint;
import dev.lathe.runtime.sample.Kind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationCallTest {

    private static final UUID ID = UUID.fromString("aff45591-557c-49f7-a9d2-d391f31fb213");

    private final FakeService fake = new FakeService();

    @Test
    void aFunctionTakesItsParametersThroughAliases() {
        fake.answer(200, "{\"@odata.context\":\"x\",\"latitude\":1.5}");

        GeoPoint result = fake.service
                .function("Find")
                .param("Name", "O'B & Co")
                .param("When", OffsetDateTime.parse("2024-05-31T12:00:00Z"))
                .param("Kind", Kind.RULE, "Sample.Kind")
                .param("Target", EntityReference.of("contacts", ID))
                .param("Names", List.of("a", "b"))
                .param("None", null)
                .read(GeoPoint.TYPE);

        assertThat(result.getLatitude()).isEqualTo(1.5);
        assertThat(fake.line())
                .isEqualTo("GET Find(Name=@p1,When=@p2,Kind=@p3,Target=@p4,Names=@p5,None=@p6)"
                        + "?@p1='O''B%20%26%20Co'&@p2=2024-05-31T12:00:00Z&@p3=Sample.Kind'RULE'"
                        + "&@p4=%7B%22@odata.id%22:%22contacts(" + ID + ")%22%7D"
                        + "&@p5=%5B%22a%22,%22b%22%5D&@p6=null");
    }

    @Test
    void operationsStartFromRowsSetsAndReferences() {
        fake.answer(200, "{}").answer(200, "{\"value\":[]}");

        fake.service.function("NS.F").boundTo("accounts", ID).read(GeoPoint.TYPE);
        assertThat(fake.line()).isEqualTo("GET accounts(" + ID + ")/NS.F()");
        assertThat(fake.last().template()).isEqualTo("accounts({key})/NS.F()");
        fake.service.function("NS.G").boundTo("accounts").readList(Scalars.STRING);
        assertThat(fake.line()).isEqualTo("GET accounts/NS.G()");
        fake.service.action("NS.A").boundTo(EntityReference.of("accounts", ID)).send();
        assertThat(fake.line()).isEqualTo("POST accounts(" + ID + ")/NS.A");
        fake.service
                .action("NS.A")
                .boundTo(EntityReference.ofUrl("https://crm.example/api/data/v9.2/x(1)"))
                .send();
        assertThat(fake.line()).isEqualTo("POST x(1)/NS.A");
        assertThat(fake.body()).isEqualTo("{}");
    }

    @Test
    void anActionTakesItsParametersInTheBody() {
        fake.service
                .action("Do")
                .param("Text", "x")
                .param("Kind", Kind.RULE, "Sample.Kind")
                .param("Row", new Account().setAccountid(ID))
                .param("Rows", List.of(new Account().setName("n"), EntityReference.of("contacts", ID)))
                .param("Point", new GeoPoint().setLatitude(1.0))
                .param("None", null)
                .send();

        assertThat(fake.line()).isEqualTo("POST Do");
        assertThat(fake.body())
                .isEqualTo("{\"Text\":\"x\",\"Kind\":\"RULE\","
                        + "\"Row\":{\"@odata.type\":\"#Microsoft.Dynamics.CRM.account\",\"accountid\":\"" + ID + "\"},"
                        + "\"Rows\":[{\"@odata.type\":\"#Microsoft.Dynamics.CRM.account\",\"name\":\"n\"},"
                        + "{\"@odata.id\":\"contacts(" + ID + ")\"}],"
                        + "\"Point\":{\"latitude\":1.0},\"None\":null}");
    }

    @Test
    void optionalParametersAreLeftOutUnlessSet() {
        Some options = new Some().a("x").b(5).a(null);

        fake.service.action("Do").param("Must", true).options(options).send();

        assertThat(fake.body()).isEqualTo("{\"Must\":true,\"b\":5}");
    }

    @Test
    void resultsComeAloneInListsOverPagesOrNotAtAll() {
        fake.answer(200, "{\"@odata.context\":\"x\",\"value\":\"v\"}")
                .answer(200, "{\"value\":[1,2],\"@odata.nextLink\":\"F()?$skiptoken=1\"}")
                .answer(200, "{\"value\":[3]}")
                .answer(204, "")
                .answer(204, "")
                .answer(200, "{\"value\":\"v\"}");

        assertThat(fake.service.function("F").readValue(Scalars.STRING)).isEqualTo("v");
        assertThat(fake.service.function("F").readList(Scalars.INT32)).containsExactly(1, 2, 3);
        assertThat(fake.service.action("A").readOrNull(GeoPoint.TYPE)).isNull();
        assertThat(fake.service.function("F").readValueOrNull(Scalars.STRING)).isNull();
        assertThat(fake.service.function("F").readValueOrNull(Scalars.STRING)).isEqualTo("v");
    }

    private static final class Some extends OperationOptions {

        Some a(String a) {
            param("a", a);
            return this;
        }

        Some b(Integer b) {
            param("b", b);
            return this;
        }
    }
}
