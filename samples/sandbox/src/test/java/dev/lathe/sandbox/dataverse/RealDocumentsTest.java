package dev.lathe.sandbox.dataverse;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sandbox over documents of real services, where the workspace has them beside the project. */
class RealDocumentsTest {

    private static Path document(String name) {
        Path file = Path.of("../../../shared/corpus/csdl").resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no " + file);
        return file;
    }

    private static Sandbox serve(String name) {
        return Sandbox.start(SandboxOptions.defaults().csdl(document(name)));
    }

    @Test
    void theWholeDataverseDocumentIsServedFromCreateToDelete() throws IOException {
        Instant start = Instant.now();
        try (Sandbox sandbox = serve("dataverse-v9.1.xml")) {
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
            Client api = Client.ofDataverse(sandbox);
            Reply contact = api.post("contacts", json("{'firstname': 'Ann', 'birthdate': '1990-05-01'}"));
            String contactUrl = contact.header("OData-EntityId");
            Reply created = api.post(
                    "accounts",
                    json("{'name': 'Contoso', 'revenue': 20000.0000, 'primarycontactid@odata.bind': '" + contactUrl
                            + "'}"),
                    "Prefer",
                    "return=representation");
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            String path = "accounts(" + created.json().path("accountid").asString() + ")";

            assertThat(api.patch(
                                    path,
                                    json("{'name': 'Contoso Ltd', 'telephone1': '1', 'description': null}"),
                                    "If-Match",
                                    "*")
                            .status())
                    .isEqualTo(204);
            Reply expanded = api.get(
                    path
                            + "?$select=name,revenue&$expand=primarycontactid($select=firstname),owninguser,owningbusinessunit($select=name)");
            assertThat(expanded.status()).as(expanded.body()).isEqualTo(200);
            assertThat(expanded.json()
                            .path("primarycontactid")
                            .path("firstname")
                            .asString())
                    .isEqualTo("Ann");
            assertThat(expanded.json().path("owninguser").path("systemuserid").asString())
                    .isEqualTo(DataverseService.USER_ID.toString());
            assertThat(expanded.json().path("owningbusinessunit").path("name").asString())
                    .isEqualTo("Sandbox");
            assertThat(api.get("contacts?$filter=account_primary_contact/any(a:a/name eq 'contoso ltd')")
                            .texts("firstname"))
                    .containsExactly("Ann");
            assertThat(api.get("WhoAmI").json().path("UserId").asString())
                    .isEqualTo(DataverseService.USER_ID.toString());
            assertThat(api.get("$metadata", "Accept", "application/xml").body())
                    .isEqualTo(Files.readString(document("dataverse-v9.1.xml")));
            assertThat(api.delete(path).status()).isEqualTo(204);
            assertThat(api.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void twelveThousandWideRowsArePagedQuickly() {
        try (Sandbox sandbox = serve("dataverse-v9.1.xml")) {
            List<Map<String, Object>> rows = IntStream.range(0, 12_000)
                    .mapToObj(
                            i -> Map.<String, Object>of("name", "Account " + i, "accountnumber", "A" + i, "revenue", i))
                    .toList();
            sandbox.dataverse().insertAll("accounts", rows);
            Client api = Client.ofDataverse(sandbox);
            Set<String> seen = new HashSet<>();
            Instant start = Instant.now();
            String next = "accounts";
            while (!next.isEmpty()) {
                Reply page = api.get(next, "Prefer", "odata.maxpagesize=5000,odata.include-annotations=\"*\"");
                assertThat(page.status()).isEqualTo(200);
                seen.addAll(page.texts("name"));
                next = page.json().path("@odata.nextLink").asString("");
            }
            assertThat(seen).hasSize(12_000);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void everySetOfTheDataverseDocumentTakesAnEmptyRowAndGivesItBack() {
        try (Sandbox sandbox = serve("dataverse-v9.1.xml")) {
            Client api = Client.ofDataverse(sandbox);
            Set<String> abstractSets = Set.of("activitypointers", "RelationshipDefinitions");
            for (String set : api.get("").texts("name")) {
                if (!abstractSets.contains(set)) {
                    Reply created = api.post(set, "{}", "Prefer", "return=representation");
                    assertThat(created.status()).as(set + ": " + created.body()).isEqualTo(201);
                    Reply listed = api.get(set + "?$count=true&$top=2");
                    assertThat(listed.status()).as(set + ": " + listed.body()).isEqualTo(200);
                    assertThat(listed.json().path("@odata.count").asInt())
                            .as(set)
                            .isPositive();
                }
            }
        }
    }

    @Test
    void activitiesOfTheDataverseDocumentUseTheirSuffixedNavigations() {
        try (Sandbox sandbox = serve("dataverse-v9.1.xml")) {
            Client api = Client.ofDataverse(sandbox);
            UUID account = sandbox.dataverse().insert("accounts", Map.of("name", "Contoso"));
            Reply email = api.post(
                    "emails?$select=subject,_regardingobjectid_value&$expand=email_activity_parties",
                    json("{'subject': 'Hello', 'regardingobjectid_account_email@odata.bind': '/accounts(" + account
                            + ")',"
                            + "'email_activity_parties': [{'participationtypemask': 1, 'partyid_systemuser@odata.bind':"
                            + " 'systemusers(" + DataverseService.USER_ID + ")'},"
                            + "{'participationtypemask': 2, 'partyid_account@odata.bind': 'accounts(" + account
                            + ")'}]}"),
                    "Prefer",
                    "return=representation,odata.include-annotations=\"*\"");

            assertThat(email.status()).as(email.body()).isEqualTo(201);
            assertThat(email.json().path("_regardingobjectid_value").asString()).isEqualTo(account.toString());
            assertThat(email.json().path("email_activity_parties").size()).isEqualTo(2);
            assertThat(api.get("accounts(" + account + ")/Account_Emails").texts("subject"))
                    .containsExactly("Hello");
            assertThat(api.get("accounts(" + account + ")/account_activity_parties")
                            .texts("participationtypemask"))
                    .containsExactly("2");
            assertThat(api.get("activitypointers").texts("@odata.type"))
                    .containsExactly("#Microsoft.Dynamics.CRM.email");
        }
    }

    @Test
    void northwindHasCompoundKeysAndPlainForeignKeys() {
        try (Sandbox sandbox = serve("northwind-v4.xml")) {
            Client api = Client.ofDataverse(sandbox);
            assertThat(api.post(
                                    "Products",
                                    json(
                                            "{'ProductID': 7, 'ProductName': 'Pears', 'Discontinued': false, 'UnitPrice': 3.5}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.post("Orders", json("{'OrderID': 10248}")).status()).isEqualTo(204);
            Reply detail = api.post(
                    "Order_Details",
                    json("{'OrderID': 10248, 'ProductID': 7, 'UnitPrice': 3.5, 'Quantity': 4, 'Discount': 0.5}"));
            assertThat(detail.status()).as(detail.body()).isEqualTo(204);
            assertThat(detail.header("OData-EntityId")).endsWith("Order_Details(OrderID=10248,ProductID=7)");
            assertThat(api.get(detail.header("OData-EntityId") + "?$expand=Product($select=ProductName)")
                            .json()
                            .path("Product")
                            .path("ProductName")
                            .asString())
                    .isEqualTo("Pears");
            assertThat(api.get("Order_Details(ProductID=7,OrderID=10248)").status())
                    .isEqualTo(200);
            assertThat(api.get("Products(7)/Order_Details").texts("Quantity")).containsExactly("4");
        }
    }

    @Test
    void tripPinHasEnumsComplexValuesAndRelationsWithoutColumns() {
        try (Sandbox sandbox = serve("trippin.xml")) {
            Client api = Client.ofDataverse(sandbox);
            String person = json("{'UserName': 'ann', 'FirstName': 'Ann', 'LastName': 'Lee', 'Gender': 'Female',"
                    + "'Emails': ['a@x.example'], 'AddressInfo': [{'Address': 'Main St', 'City': {'Name': 'Bonn',"
                    + "'CountryRegion': 'DE', 'Region': 'NW'}}], 'Nickname': 'Annie'}");
            Reply created = api.post("People", person, "Prefer", "return=representation");
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            assertThat(created.json()
                            .path("AddressInfo")
                            .path(0)
                            .path("City")
                            .path("Name")
                            .asString())
                    .isEqualTo("Bonn");
            assertThat(created.json().path("Emails").path(0).asString()).isEqualTo("a@x.example");
            assertThat(api.post(
                                    "People",
                                    json(
                                            "{'UserName': 'bob', 'FirstName': 'Bob', 'LastName': 'Lee', 'Gender': 'None'}"))
                            .status())
                    .isEqualTo(400);
            assertThat(api.post("People", json("{'UserName': 'bob', 'FirstName': 'Bob', 'LastName': 'Lee'}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.post("People('ann')/Friends/$ref", json("{'@odata.id': 'People(%27bob%27)'}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.get("People('ann')/Friends").texts("UserName")).containsExactly("bob");
            assertThat(api.get("People?$filter=Friends/any(f:f/FirstName eq 'bob')")
                            .texts("UserName"))
                    .containsExactly("ann");
        }
    }

    @Test
    void theReferenceServiceOfTheStandardLoads() {
        try (Sandbox sandbox = serve("odata-demo.xml")) {
            Client api = Client.ofDataverse(sandbox);
            assertThat(api.post("Categories", json("{'ID': 1, 'Name': 'Food'}")).status())
                    .isEqualTo(204);
            assertThat(api.post(
                                    "Products",
                                    json(
                                            "{'ID': 5, 'Name': 'Bread', 'Price': 2.5, 'Rating': 4, 'ReleaseDate': '2024-01-01T00:00:00Z'}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.post("Products(5)/Categories/$ref", json("{'@odata.id': 'Categories(1)'}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.get("Categories(1)/Products").texts("Name")).containsExactly("Bread");
        }
    }
}
