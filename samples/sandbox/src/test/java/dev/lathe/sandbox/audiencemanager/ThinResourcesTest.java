package dev.lathe.sandbox.audiencemanager;

import static dev.lathe.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Client;
import dev.lathe.sandbox.Client.Reply;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources of which little is known: reports, the marketplace, histories, schemas, visitor profiles. */
class ThinResourcesTest {

    private static final long FIRST = 1_700_006_400_000L; // 2023-11-15T00:00:00Z
    private static final long DAY = 86_400_000L;

    private Sandbox sandbox;
    private Client api;
    private int sid;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().segments(20));
        api = Client.ofAudienceManager(sandbox);
        sid = sandbox.audienceManager()
                .insert("segments", Map.of("name", "Say \"hi\"", "folderId", 0, "dataSourceId", 1));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aTrendHasOneEntryADay() {
        String span = "?startDate=" + FIRST + "&endDate=" + (FIRST + 2 * DAY);

        assertThat(api.get("reports/segments-trend/" + sid + span)
                        .json()
                        .path("metrics")
                        .size())
                .isEqualTo(3);
        assertThat(api.get("reports/segments-trend/1" + span).status()).isEqualTo(404);
        assertThat(api.get("reports/segments-trend/" + sid + "?startDate=2&endDate=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void trendsOfSeveralComeAsCsvForAForm() {
        Reply csv = api.post(
                "reports/segments-trend",
                "sids=" + sid + "&startDate=" + FIRST + "&endDate=" + FIRST,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2).element(1).asString().contains("\"Say \"\"hi\"\"\",2023-11-15,");
    }

    @Test
    void theLargestComeFirstAndPageByPage() {
        Reply page = api.get("reports/largest-segments?page=0&pageSize=5");

        assertThat(page.json().path("total").asInt()).isEqualTo(21);
        assertThat(page.json().path("list").path(0).path("uniques").asInt())
                .isGreaterThanOrEqualTo(
                        page.json().path("list").path(4).path("uniques").asInt());
        assertThat(api.get("reports/largest-segments?interval=2D").status()).isEqualTo(400);
    }

    @Test
    void aRequestForAFeedBecomesASubscription() {
        int source = api.get("data-feeds").json().path(0).path("dataSourceId").asInt();

        assertThat(api.get("data-feeds/" + source + "/plans")
                        .json()
                        .path(0)
                        .path("billingUnit")
                        .asString())
                .isEqualTo("FIXED");
        assertThat(api.get("data-feeds/" + source + "/subscriptions").json().size())
                .isZero();
        assertThat(api.post("available-data-feeds/" + source + "/requests", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(api.get("data-feeds/" + source + "/subscriptions").json().size())
                .isOne();
        assertThat(api.get("data-feeds/1/plans").status()).isEqualTo(404);
    }

    @Test
    void theOutboundHistoryNeedsBothEndsOfTheSpan() {
        int id = api.get("destinations").json().path(0).path("destinationId").asInt();
        String history = "destinations/" + id + "/history/outbound";

        assertThat(api.get(history + "?startDate=" + FIRST).status()).isEqualTo(400);
        assertThat(api.get(history + "?startDate=" + FIRST + "&endDate=" + (FIRST + DAY))
                        .json()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theMailingListOfADataSourceHasTheCallingUser() {
        int id = api.get("datasources").json().path(0).path("dataSourceId").asInt();
        String list = "datasources/" + id + "/inbound-mailing-list/";

        assertThat(api.get(list).json().path(0).asString()).isEqualTo(UserRoutes.EMAIL);
        assertThat(api.get(list + "user%40sandbox.example").status()).isEqualTo(200);
        assertThat(api.get(list + "nobody%40sandbox.example").status()).isEqualTo(404);
    }

    @Test
    void groupsOfAUserCanBeChanged() {
        int user = sandbox.audienceManager().insert("users", Map.of("username", "ada"));

        assertThat(api.post("users/update-groups/", json("{'userId': " + user + ", 'groups': [7]}"))
                        .json()
                        .path("groups")
                        .path(0)
                        .asInt())
                .isEqualTo(7);
        assertThat(api.post("users/update-groups/", json("{'userId': " + user + "}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aVisitorProfileNeedsAUuid() {
        assertThat(api.get("visitor-profile").status()).isEqualTo(400);
        assertThat(api.get("visitor-profile?uuid=17&region=9")
                        .json()
                        .path("uuid")
                        .asString())
                .isEqualTo("17");
    }
}
