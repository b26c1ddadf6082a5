package dev.lathe.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

    private Sandbox sandbox;
    private Client api;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().segments(2_000));
        api = Client.ofAudienceManager(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasources/", "traits", "customer-trait-types/", "segments/", "folders/traits/", "folders/segments",
                "destinations", "signals/derived/", "models/", "partner-sites/", "taxonomies/0/", "dcs-regions/",
                "users/", "groups/", "algorithms/", "permissionable-object-types/"
            })
    void everyListIsAPlainArrayWithoutPageInformation(String path) {
        Reply reply = api.get(path);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().isArray()).isTrue();
    }

    @Test
    void pageInformationWrapsTheList() {
        JsonNode page = api.get("segments?page=3&pageSize=20").json();

        assertThat(page.path("total").asInt()).isEqualTo(2_000);
        assertThat(page.path("page").asInt()).isEqualTo(3);
        assertThat(page.path("pageSize").asInt()).isEqualTo(20);
        assertThat(page.path("list").size()).isEqualTo(20);
        assertThat(api.get("segments?page=0").json().path("pageSize").asInt()).isEqualTo(10);
        assertThat(api.get("segments?pageSize=7").json().path("list").size()).isEqualTo(7);
        assertThat(api.get("segments?page=999").json().path("list").size()).isZero();
        assertThat(api.get("segments?page=-1").status()).isEqualTo(400);
        assertThat(api.get("segments?pageSize=0").status()).isEqualTo(400);
        assertThat(api.get("segments?page=x").json().path("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void allPagesTogetherHaveEachSegmentOnce() {
        List<String> sids = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            sids.addAll(api.get("segments?pageSize=500&page=" + page).texts("sid"));
        }

        assertThat(sids).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void listsAreSearchedAndSorted() {
        List<String> travel = api.get("segments?search=TRAVEL").texts("name");
        assertThat(travel).hasSizeGreaterThan(50).allMatch(name -> name.startsWith("Travel"));
        assertThat(api.get("segments?sortBy=name&pageSize=50").texts("name"))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(api.get("segments?sortBy=sid&descending=true&pageSize=5").texts("sid"))
                .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
    }

    @Test
    void listsAreFiltered() {
        JsonNode first = api.get("segments?pageSize=1").json().path("list").path(0);
        String folder = first.path("folderId").asString();

        assertThat(api.get("segments?folderId=" + folder).texts("folderId"))
                .isNotEmpty()
                .containsOnly(folder);
        assertThat(api.get("segments?status=INACTIVE").texts("status"))
                .hasSize(117)
                .containsOnly("INACTIVE");
        assertThat(api.get("segments?integrationCode=segment-77").texts("integrationCode"))
                .containsExactly("segment-77");
        String trait = first.path("segmentRule").asString().replace("T", "");
        assertThat(api.get("segments?containsTrait=" + trait).texts("sid"))
                .contains(first.path("sid").asString());
        assertThat(api.get("traits?restrictType=ALGO_TRAIT").texts("sid")).isEmpty();
        List<String> sources = api.get("datasources").texts("dataSourceId").subList(0, 2);
        assertThat(api.get("traits?dataSourceId=" + sources.get(0) + "&dataSourceId=" + sources.get(1))
                        .texts("dataSourceId"))
                .isSubsetOf(sources);
    }

    @Test
    void moreComesWhenItIsAskedFor() {
        JsonNode plain = api.get("traits?pageSize=1").json().path("list").path(0);
        assertThat(plain.has("traitRule")).isFalse();
        JsonNode detailed = api.get("traits?pageSize=1&includeDetails=true&includeMetrics=true&includePermissions=true")
                .json()
                .path("list")
                .path(0);
        assertThat(detailed.path("traitRule").asString()).isNotBlank();
        assertThat(detailed.path("uniques30Day").isInt()).isTrue();
        assertThat(detailed.path("permissions").isArray()).isTrue();
        String sid = api.get("segments?pageSize=1").texts("sid").get(0);
        JsonNode segment = api.get(
                        "segments/" + sid
                                + "?includeMetrics=true&includeInUseStatus=true&includeTraitDataSourceIds=true&includeExprTree=true")
                .json();
        assertThat(segment.path("instantUniquesLifetime").isInt()).isTrue();
        assertThat(segment.path("inUse").asBoolean()).isTrue();
        assertThat(segment.path("mappedEntities").path("destinations").size()).isEqualTo(1);
        assertThat(segment.path("traitDataSourceIds").size()).isEqualTo(1);
        assertThat(segment.path("traits").size()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameDataWithoutTwoOfAName() {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().segments(2_000))) {
            for (String kind :
                    List.of("datasources", "traits", "segments", "folders/traits", "destinations", "mappings")) {
                assertThat(other.audienceManager().all(kind))
                        .isEqualTo(sandbox.audienceManager().all(kind));
            }
        }
        List<Object> names = sandbox.audienceManager().all("segments").stream()
                .map(s -> s.get("name"))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(sandbox.audienceManager().all("segments").get(0).get("name"))
                .isEqualTo("Automotive buyers in France, last 7 days");
    }

    @Test
    void aFolderTreeIsTheRootWithEverythingInside() {
        JsonNode tree = api.get("folders/segments/").json();

        assertThat(tree.size()).isEqualTo(1);
        assertThat(tree.path(0).path("folderId").asInt(-1)).isZero();
        assertThat(tree.path(0).path("name").asString()).isEqualTo("All Segments");
        assertThat(tree.path(0).path("subFolders").size()).isEqualTo(14);
        assertThat(tree.path(0).path("subFolders").path(1).path("path").asString())
                .isEqualTo("/Travel");
    }
}
