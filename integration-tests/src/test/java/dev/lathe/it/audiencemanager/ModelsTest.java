package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.Model;
import dev.lathe.audiencemanager.Trait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Look-alike models and the algorithms behind them. */
class ModelsTest extends SandboxCalls {

    private long model(String name) {
        return insert(
                "models",
                Map.of(
                        "name", name,
                        "dataSources", List.of(1, 2),
                        "sid", 1,
                        "algoTypeId", 1,
                        "lookBackPeriod", 60));
    }

    @Test
    @Operation("GET /models/")
    void list() {
        model("Buyers");
        model("Test");

        assertThat(aam.models().list(q -> q.search("Test").includeDataSources(true)))
                .singleElement()
                .satisfies(model -> assertThat(model.getDataSources()).containsExactly(1L, 2L));
    }

    @Test
    @Operation("GET /models/")
    void listByDataSource() {
        model("Buyers");

        assertThat(aam.models().list(q -> q.usesDataSource(2L).search("Buyers")))
                .hasSize(1);
        assertThat(aam.models().list(q -> q.usesDataSource(999L))).isEmpty();
    }

    @Test
    @Operation("POST /models/")
    void create() {
        Model created = aam.models()
                .create(new Model()
                        .setName("Buyers")
                        .setDataSources(List.of(1L))
                        .setSid(1L)
                        .setAlgoTypeId(1L)
                        .setLookBackPeriod(30));

        assertThat(exists("models", created.getAlgoModelId())).isTrue();
    }

    @Test
    @Operation("GET /models/{modelId}")
    void get() {
        assertThat(aam.models()
                        .get(model("Buyers"), q -> q.includePermissions(true))
                        .getPermissions())
                .isNotEmpty();
    }

    @Test
    @Operation("DELETE /models/{modelId}")
    void delete() {
        long id = model("Buyers");

        aam.models().delete(id);

        assertThat(exists("models", id)).isFalse();
    }

    @Test
    @Operation("PUT /models/{modelId}/")
    void update() {
        Model model = aam.models().get(model("Buyers"));

        assertThat(aam.models()
                        .update(model.getAlgoModelId(), model.setLookBackPeriod(90))
                        .getLookBackPeriod())
                .isEqualTo(90);
    }

    @Test
    @Operation("POST /models/bulk-delete/")
    void bulkDelete() {
        List<Long> ids = List.of(model("One"), model("Two"));

        aam.models().bulkDelete(ids);

        assertThat(ids).noneMatch(id -> exists("models", id));
    }

    @Test
    @Operation("GET /models/{modelId}/runs/latest/traits/")
    void listInfluentialTraits() {
        assertThat(aam.models().listInfluentialTraits(model("Buyers"), q -> q.pageSize(10)))
                .hasSize(25)
                .extracting(Trait::getRank)
                .startsWith(1L, 2L, 3L);
    }

    @Test
    @Operation("GET /models/{modelId}/runs/latest/stats/")
    void listLatestRunStats() {
        assertThat(aam.models().listLatestRunStats(model("Buyers")))
                .hasSize(10)
                .first()
                .satisfies(stat -> assertThat(stat.getReachValue()).isEqualTo(2_500));
    }

    @Test
    @Operation("GET /models/{modelId}/processing-history/")
    void listProcessingHistory() {
        assertThat(aam.models().listProcessingHistory(model("Buyers")))
                .singleElement()
                .satisfies(seconds -> assertThat(seconds).isPositive());
    }

    @Test
    @Operation("GET /models/limits")
    void getLimits() {
        assertThat(aam.models().getLimits().members()).containsKey("maxCount");
    }

    @Test
    @Operation("GET /algorithms/")
    void listAlgorithms() {
        assertThat(aam.algorithms().list())
                .singleElement()
                .satisfies(algorithm -> assertThat(algorithm.getName()).isEqualTo("Trait Weight"));
    }

    @Test
    @Operation("GET /algorithms/{algoTypeId}/")
    void getAlgorithm() {
        assertThat(aam.algorithms().get(1).getAlgoTypeId()).isEqualTo(1);
    }
}
