package dev.lathe.sandbox.audiencemanager;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObjectsTest {

    private Sandbox sandbox;
    private Client api;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().segments(20));
        api = Client.ofAudienceManager(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int insert(String kind, Map<String, ?> members) {
        return sandbox.audienceManager().insert(kind, members);
    }

    private int segment(String name) {
        return insert(
                "segments", Map.of("name", name, "folderId", 0, "dataSourceId", 1, "integrationCode", "code/" + name));
    }

    @Test
    void aCreatedObjectGetsAnIdAndWhatTheServerSets() {
        Reply created = api.post(
                "datasources/", json("{'name': 'Till receipts', 'dataSourceId': 5, 'pid': 5, 'createTime': 5}"));

        assertThat(created.status()).isEqualTo(201);
        JsonNode source = created.json();
        assertThat(source.path("pid").asInt()).isEqualTo(Shelf.PARTNER);
        assertThat(source.path("dataSourceId").asInt()).isGreaterThan(1_000);
        assertThat(source.path("createTime").asLong()).isGreaterThan(1_600_000_000_000L);
        assertThat(source.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(api.get("datasources/" + source.path("dataSourceId").asInt()).json())
                .isEqualTo(source);
    }

    @Test
    void aNameIsTakenOnce() {
        Reply taken = api.post("datasources", json("{'name': 'Booking engine'}"));

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("code").asString()).isEqualTo("DUPLICATE_NAME");
        assertThat(taken.json().path("message").asString()).contains("data source");
    }

    @Test
    void missingMembersAreListedOneByOne() {
        Reply refused = api.post("traits", json("{'name': 'Half a trait'}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("childMessages").size()).isEqualTo(3);
    }

    @Test
    void aBodyThatIsNotDeclaredAsJsonIs415AndOneThatIsNotJson400() {
        assertThat(api.post("segments", "{}", "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(api.post("segments", "{", "Content-Type", "application/json").status())
                .isEqualTo(400);
        assertThat(api.post("segments", "[]").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(api.get("segments/1").json().path("code").asString()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(api.get("segments/abc").status()).isEqualTo(404);
        assertThat(api.get("segments/ic:nothing").status()).isEqualTo(404);
        assertThat(api.get("nonsense").status()).isEqualTo(404);
        assertThat(api.put("segments/1", "{}").status()).isEqualTo(404);
        assertThat(api.delete("segments/1").status()).isEqualTo(404);
        assertThat(api.delete("taxonomies/0").status()).isEqualTo(405);
    }

    @Test
    void anUpdateReplacesTheObject() {
        int sid = segment("Old");

        Reply updated = api.put("segments/" + sid, json("{'name': 'New', 'folderId': 0, 'dataSourceId': 2}"));

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("name").asString()).isEqualTo("New");
        assertThat(updated.json().has("integrationCode")).isFalse();
        assertThat(updated.json().path("sid").asInt()).isEqualTo(sid);
        assertThat(api.put("segments/" + sid, json("{'name': 'New'}")).status()).isEqualTo(400);
    }

    @Test
    void anObjectIsReachedByItsIntegrationCode() {
        int sid = segment("Coded");

        assertThat(api.get("segments/ic:code%2FCoded").json().path("sid").asInt())
                .isEqualTo(sid);
        assertThat(api.put(
                                "segments/ic:code%2FCoded",
                                json("{'name': 'Renamed', 'folderId': 0, 'dataSourceId': 2, 'integrationCode': 'c2'}"))
                        .status())
                .isEqualTo(200);
        assertThat(api.delete("segments/ic:c2").status()).isEqualTo(204);
        assertThat(api.get("traits/ic:trait-3").json().path("integrationCode").asString())
                .isEqualTo("trait-3");
    }

    @Test
    void aSegmentThatWasChangedInBetweenIsNotOverwritten() {
        int sid = segment("Shared");
        String body = json("{'name': 'Mine', 'folderId': 0, 'dataSourceId': 2}");
        String etag = api.get("segments/" + sid).header("ETag");

        assertThat(api.put("segments/" + sid, body, "If-Match", etag).status()).isEqualTo(200);
        assertThat(api.put("segments/" + sid, body, "If-Match", etag).status()).isEqualTo(412);
        assertThat(api.put("segments/" + sid, body).status()).isEqualTo(200);
    }

    @Test
    void aMappedSegmentCannotBeDeletedUntilItsMappingIs() {
        int sid = segment("Mapped");
        int destination = insert("destinations", Map.of("name", "Pixel", "destinationType", "PUSH"));
        Reply mapping = api.post(
                "destinations/" + destination + "/mappings/",
                json("{'sid': " + sid
                        + ", 'traitType': 'SEGMENT', 'startDate': '2024-01-01', 'url': 'http://x.example'}"));
        assertThat(mapping.status()).as(mapping.body()).isEqualTo(201);
        assertThat(mapping.json().path("elementName").asString()).isEqualTo("Mapped");

        Reply refused = api.delete("segments/" + sid);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CANNOT_DELETE_ENTITY_MAPPED");
        assertThat(api.delete("destinations/" + destination).status()).isEqualTo(400);
        int id = mapping.json().path("destinationMappingId").asInt();
        assertThat(api.get("destinations/" + destination + "/mappings").texts("sid"))
                .containsExactly(String.valueOf(sid));
        assertThat(api.delete("destinations/" + destination + "/mappings/" + id).status())
                .isEqualTo(204);
        assertThat(api.delete("segments/" + sid).status()).isEqualTo(204);
        assertThat(api.delete("destinations/" + destination).status()).isEqualTo(204);
    }

    @Test
    void mappingsAreCreatedInBulkAndNeedWhatTheirDestinationNeeds() {
        int destination =
                insert("destinations", Map.of("name", "Cookie", "destinationType", "ADS", "formatType", "single_key"));
        int one = segment("One");
        int two = segment("Two");
        String good = "{'sid': %d, 'traitType': 'SEGMENT', 'startDate': '2024-01-01', 'valueAlias': 'v'}";
        String bulk = "destinations/" + destination + "/bulk-create";

        Reply created = api.post(bulk, json("[" + good.formatted(one) + "," + good.formatted(two) + "]"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.texts("sid")).containsExactly(String.valueOf(one), String.valueOf(two));
        Reply refused = api.post(bulk, json("[" + good.formatted(one) + "," + good.formatted(1) + "]"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(api.get("destinations/" + destination + "/mappings").texts("sid"))
                .hasSize(2);
        Reply noAlias = api.post(
                "destinations/" + destination + "/mappings",
                json("{'sid': " + one + ", 'traitType': 'SEGMENT', 'startDate': '2024-01-01'}"));
        assertThat(noAlias.json().path("childMessages").path(0).asString()).isEqualTo("valueAlias is required.");
    }

    @Test
    void aListOfDestinationsShowsPartOfThem() {
        JsonNode inList = api.get("destinations").json().path(0);
        assertThat(inList.has("urlFormatString")).isFalse();
        JsonNode alone =
                api.get("destinations/" + inList.path("destinationId").asInt()).json();
        assertThat(alone.has("urlFormatString")).isTrue();
        assertThat(alone.path("mappings").isNull()).isTrue();
        assertThat(api.get("destinations/" + inList.path("destinationId").asInt() + "?includeMappings=true")
                        .json()
                        .path("mappings")
                        .size())
                .isEqualTo(1);
        assertThat(api.post("destinations", json("{'name': 'x', 'destinationType': 'S2S'}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bulkDeletesAreAllOrNothing() {
        int one = segment("One");
        int two = segment("Two");

        assertThat(api.post("segments/bulk-delete", "[" + one + ",1]").status()).isEqualTo(404);
        assertThat(sandbox.audienceManager().find("segments", one)).isPresent();
        assertThat(api.post("segments/bulk-delete", "[" + one + "," + two + "]").status())
                .isEqualTo(204);
        assertThat(sandbox.audienceManager().find("segments", one)).isEmpty();
        assertThat(api.post("segments/bulk-delete", "[\"x\"]").status()).isEqualTo(400);
    }

    @Test
    void foldersFormTwoTrees() {
        Reply created = api.post("folders/traits/", json("{'name': 'Mine', 'parentFolderId': 0}"));
        assertThat(created.status()).isEqualTo(201);
        int id = created.json().path("folderId").asInt();
        assertThat(created.json().path("path").asString()).isEqualTo("/Mine");
        assertThat(api.post("folders/traits", json("{'name': 'Mine', 'parentFolderId': 0}"))
                        .status())
                .isEqualTo(409);
        assertThat(api.post("folders/segments", json("{'name': 'Mine', 'parentFolderId': 0}"))
                        .status())
                .isEqualTo(201);
        int inner = api.post("folders/traits", json("{'name': 'Mine', 'parentFolderId': " + id + "}"))
                .json()
                .path("folderId")
                .asInt();
        assertThat(api.get("folders/traits/" + inner).json().path("path").asString())
                .isEqualTo("/Mine/Mine");
        assertThat(api.get("folders/traits/0?includeSubFolders=true")
                        .json()
                        .path("subFolders")
                        .size())
                .isEqualTo(15);
        assertThat(api.delete("folders/traits/" + id).status()).isEqualTo(409);
        assertThat(api.put("folders/traits/" + id, json("{'name': 'Loop', 'parentFolderId': " + inner + "}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.delete("folders/traits/" + inner).status()).isEqualTo(204);
        assertThat(api.delete("folders/traits/" + id).status()).isEqualTo(204);
        assertThat(api.delete("folders/traits/0").status()).isEqualTo(400);
        assertThat(api.post("folders/traits", json("{'name': 'Lost', 'parentFolderId': 99999}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aModelThatTraitsUseStays() {
        int model = insert(
                "models",
                Map.of(
                        "name",
                        "Look-alike",
                        "dataSources",
                        List.of(1),
                        "sid",
                        1,
                        "algoTypeId",
                        1,
                        "lookBackPeriod",
                        60));
        int trait = insert(
                "traits",
                Map.of(
                        "name",
                        "Alike",
                        "traitType",
                        "ALGO_TRAIT",
                        "dataSourceId",
                        1,
                        "folderId",
                        0,
                        "algoModelId",
                        model));

        Reply refused = api.delete("models/" + model);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("childMessages").path(0).asString()).isEqualTo(String.valueOf(trait));
        assertThat(api.get("traits?usesModel=" + model + "&restrictType=ALGO_TRAIT")
                        .texts("sid"))
                .containsExactly(String.valueOf(trait));
        assertThat(api.get("models/" + model + "/runs/latest/traits/?pageSize=5")
                        .texts("rank"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(api.get("models/" + model + "/runs/latest/stats/")
                        .json()
                        .path(0)
                        .has("AccuracyValue"))
                .isTrue();
        sandbox.audienceManager().remove("traits", trait);
        assertThat(api.delete("models/" + model).status()).isEqualTo(204);
    }

    @Test
    void signalsSitesTypesAndTheCallingUserWork() {
        String signal = json("{'sourceKey': 'sku', 'sourceValue': '1', 'targetKey': 'camera', 'targetValue': 'x'}");
        assertThat(api.post("signals/derived/", signal).status()).isEqualTo(201);
        assertThat(api.post("signals/derived/", signal).status()).isEqualTo(409);
        assertThat(api.post("partner-sites", json("{'url': 'a.example'}"))
                        .json()
                        .path("siteId")
                        .isInt())
                .isTrue();
        assertThat(api.post("customer-trait-types", json("{'name': 'Own'}")).status())
                .isEqualTo(201);
        assertThat(api.get("customer-trait-types/2").json().path("name").asString())
                .isEqualTo("Site Visitor");
        assertThat(api.get("users/self").json().path("username").asString()).isEqualTo("sandbox-user");
        assertThat(api.put("users/self/update", json("{'title': 'Tester'}"))
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Tester");
        assertThat(api.get("taxonomies/0/1").json().path("name").asString()).isEqualTo("Automotive");
        assertThat(api.get("taxonomies/0/1/childCategories/").json().size()).isEqualTo(2);
        assertThat(api.get("dcs-regions/6").json().path("host").asString()).isEqualTo("irl1.demdex.net");
        int group = api.post("groups", json("{'name': 'Readers'}"))
                .json()
                .path("groupId")
                .asInt();
        assertThat(api.put(
                                "groups/" + group + "/permissions/",
                                json("[{'objectId': 1, 'objectType': 'SEGMENT', 'permissions': ['READ']}]"))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("groups/" + group + "/permissions").texts("objectType"))
                .containsExactly("SEGMENT");
    }

    @Test
    void rulesAreValidated() {
        String sid = api.get("traits?pageSize=1").texts("sid").get(0);

        assertThat(api.post("segments/validate", json("{'rule': '" + sid + "T'}"))
                        .json()
                        .path("traits")
                        .size())
                .isEqualTo(1);
        assertThat(api.post("segments/validate", json("{'rule': '1T'}")).status())
                .isEqualTo(400);
        assertThat(api.post("traits/validate", json("{'code': '(a==1'}")).status())
                .isEqualTo(400);
        assertThat(api.post("segments/estimate-size", json("{'rule': '" + sid + "T'}"))
                        .json()
                        .path("audienceSizes")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void severalTraitsComeAtOnce() {
        List<String> sids = api.get("traits?pageSize=3").texts("sid");

        assertThat(api.get("traits/" + String.join(",", sids)).texts("sid")).containsExactlyElementsOf(sids);
    }
}
