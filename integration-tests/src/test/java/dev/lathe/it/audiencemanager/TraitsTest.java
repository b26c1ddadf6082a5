package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.CustomerTraitType;
import dev.lathe.audiencemanager.Permission;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.audiencemanager.TraitRuleCode;
import dev.lathe.audiencemanager.TraitType;
import dev.lathe.runtime.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traits and the types that a customer gives them. */
class TraitsTest extends SandboxCalls {

    @Test
    @Operation("GET /traits/")
    void list() {
        assertThat(aam.traits()
                        .list(q -> q.search("buyers").includeDetails(true).includePermissions(true)))
                .isNotEmpty()
                .allSatisfy(trait -> {
                    assertThat(trait.getName()).contains("buyers");
                    assertThat(trait.getTraitRule()).isNotBlank();
                    assertThat(trait.getPermissions()).contains(Permission.WRITE);
                });
    }

    @Test
    @Operation("GET /traits/")
    void listByFolder() {
        long folder = insert("folders/traits", Map.of("name", "Hats", "parentFolderId", 0));
        insert(
                "traits",
                Map.of("name", "Bowler", "traitType", "RULE_BASED_TRAIT", "dataSourceId", 1, "folderId", folder));

        assertThat(aam.traits().list(q -> q.folderId(folder)))
                .extracting(Trait::getName)
                .containsExactly("Bowler");
    }

    @Test
    @Operation("GET /traits/")
    void listByPermission() {
        aam.traits()
                .list(q -> q.permission(List.of(Permission.READ, Permission.WRITE)))
                .first();

        assertThat(sandbox.requests().last().queryParameters().get("permission"))
                .containsExactly("READ", "WRITE");
    }

    @Test
    @Operation("POST /traits/")
    void create() {
        Trait created = aam.traits()
                .create(new Trait()
                        .setName("Visited twice")
                        .setTraitType(TraitType.RULE_BASED_TRAIT)
                        .setDataSourceId(1L)
                        .setFolderId(0L)
                        .setTraitRule("visits >= 2"));

        assertThat(created.getSid()).isPositive();
        assertThat(created.getCreateTime()).isNotNull();
        assertThat(created.getTtl()).isEqualTo(120);
    }

    @Test
    @Operation("GET /traits/{sid}")
    void get() {
        assertThat(aam.traits()
                        .get(trait("Readers"), q -> q.includeMetrics(true))
                        .getUniques30Day())
                .isPositive();
    }

    @Test
    @Operation("GET /traits/{sid}")
    void getWithoutTheRule() {
        assertThat(aam.traits().get(trait("Readers"), q -> q.excludeRule(true)).getTraitRule())
                .isNull();
    }

    @Test
    @Operation("PUT /traits/{sid}")
    void update() {
        Trait trait = aam.traits().get(trait("Readers"));

        assertThat(aam.traits().update(trait.getSid(), trait.setTtl(30)).getTtl())
                .isEqualTo(30);
    }

    @Test
    @Operation("DELETE /traits/{sid}")
    void delete() {
        long sid = trait("Readers");

        aam.traits().delete(sid);

        assertThat(exists("traits", sid)).isFalse();
    }

    @Test
    @Operation("GET /traits/{firstSid},{moreSids}")
    void getMany() {
        long first = trait("One");
        long second = trait("Two");
        long third = trait("Three");

        assertThat(aam.traits().getMany(first, List.of(second, third)))
                .extracting(Trait::getName)
                .containsExactly("One", "Two", "Three");
    }

    @Test
    @Operation("GET /traits/ic:{integrationCode}")
    void getByIntegrationCode() {
        long sid = trait("Readers");

        assertThat(aam.traits().getByIntegrationCode("t-Readers").getSid()).isEqualTo(sid);
    }

    @Test
    @Operation("PUT /traits/ic:{integrationCode}")
    void updateByIntegrationCode() {
        Trait trait = aam.traits().get(trait("Readers"));

        assertThat(aam.traits()
                        .updateByIntegrationCode("t-Readers", trait.setName("Writers"))
                        .getName())
                .isEqualTo("Writers");
    }

    @Test
    @Operation("DELETE /traits/ic:{integrationCode}")
    void deleteByIntegrationCode() {
        long sid = trait("Readers");

        aam.traits().deleteByIntegrationCode("t-Readers");

        assertThat(exists("traits", sid)).isFalse();
    }

    @Test
    @Operation("POST /traits/bulk-delete")
    void bulkDelete() {
        List<Long> sids = List.of(trait("One"), trait("Two"));

        aam.traits().bulkDelete(sids);

        assertThat(sids).noneMatch(sid -> exists("traits", sid));
    }

    @Test
    @Operation("GET /traits/limits")
    void getLimits() {
        assertThat(aam.traits().getLimits().members()).containsKey("ALGO_TRAIT");
    }

    @Test
    @Operation("GET /traits/{sid}/trait-rule/versions")
    void getRuleVersions() {
        assertThat(aam.traits().getRuleVersions(trait("Readers")).toJson()).contains("a==1");
    }

    @Test
    @Operation("POST /traits/validate")
    void validate() {
        assertThat(aam.traits().validate(new TraitRuleCode().setCode("a==1"))).isNotNull();
    }

    @Test
    @Operation("POST /traits/test/")
    void test() {
        JsonValue answer = aam.traits().test(JsonValue.of(Map.of("rule", "a==1", "event", "a=1")));

        assertThat(answer).isEqualTo(JsonValue.parse("{\"matches\":true}"));
    }

    @Test
    @Operation("GET /customer-trait-types/")
    void listTypes() {
        assertThat(aam.traitTypes().list())
                .extracting(CustomerTraitType::getName)
                .contains("User Trait", "Site Visitor", "Delivery Event");
    }

    @Test
    @Operation("POST /customer-trait-types")
    void createType() {
        assertThat(aam.traitTypes()
                        .create(new CustomerTraitType().setName("Custom type"))
                        .getPixelType())
                .isPositive();
    }

    @Test
    @Operation("GET /customer-trait-types/{customerTraitTypeId}")
    void getType() {
        assertThat(aam.traitTypes().get(2).getName()).isEqualTo("Site Visitor");
    }
}
