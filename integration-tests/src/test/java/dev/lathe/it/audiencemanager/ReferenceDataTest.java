package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.Category;
import dev.lathe.audiencemanager.DerivedSignal;
import dev.lathe.audiencemanager.PartnerSite;
import dev.lathe.audiencemanager.Region;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Partner sites, the common taxonomy, derived signals, regions, schemas and visitor profiles. */
class ReferenceDataTest extends SandboxCalls {

    private long signal(String value) {
        return insert(
                "signals/derived",
                Map.of("sourceKey", "product", "sourceValue", value, "targetKey", "kind", "targetValue", "shoe"));
    }

    @Test
    @Operation("GET /partner-sites/")
    void listPartnerSites() {
        assertThat(aam.partnerSites().list(q -> q.search("shop")))
                .extracting(PartnerSite::getUrl)
                .containsExactly("shop.example");
    }

    @Test
    @Operation("POST /partner-sites/")
    void createPartnerSite() {
        assertThat(aam.partnerSites()
                        .create(new PartnerSite().setUrl("example1.com"))
                        .getSiteId())
                .isPositive();
    }

    @Test
    @Operation("GET /partner-sites/{siteId}")
    void getPartnerSite() {
        assertThat(aam.partnerSites()
                        .get(insert("partner-sites", Map.of("url", "example1.com")))
                        .getUrl())
                .isEqualTo("example1.com");
    }

    @Test
    @Operation("DELETE /partner-sites/{siteId}")
    void deletePartnerSite() {
        long id = insert("partner-sites", Map.of("url", "example1.com"));

        aam.partnerSites().delete(id);

        assertThat(exists("partner-sites", id)).isFalse();
    }

    @Test
    @Operation("GET /taxonomies/0/")
    void listTaxonomy() {
        assertThat(aam.taxonomies().list())
                .isNotEmpty()
                .allSatisfy(
                        category -> assertThat(category.getParentCategoryID()).isZero());
    }

    @Test
    @Operation("GET /taxonomies/0/{categoryId}")
    void getCategory() {
        assertThat(aam.taxonomies().get(1).getName()).isEqualTo("Automotive");
    }

    @Test
    @Operation("GET /taxonomies/0/{categoryId}/childCategories/")
    void listChildCategories() {
        assertThat(aam.taxonomies().listChildren(1))
                .extracting(Category::getParentCategoryID)
                .containsOnly(1L);
    }

    @Test
    @Operation("GET /signals/derived/")
    void listDerivedSignals() {
        signal("sandal");

        assertThat(aam.derivedSignals().list(q -> q.search("sandal")))
                .extracting(DerivedSignal::getTargetValue)
                .containsExactly("shoe");
    }

    @Test
    @Operation("POST /signals/derived/")
    void createDerivedSignal() {
        DerivedSignal created = aam.derivedSignals()
                .create(new DerivedSignal()
                        .setSourceKey("product")
                        .setSourceValue("boot")
                        .setTargetKey("kind")
                        .setTargetValue("shoe"));

        assertThat(created.getDerivedSignalId()).isPositive();
    }

    @Test
    @Operation("GET /signals/derived/{derivedSignalId}")
    void getDerivedSignal() {
        assertThat(aam.derivedSignals().get(signal("sandal")).getSourceValue()).isEqualTo("sandal");
    }

    @Test
    @Operation("PUT /signals/derived/{derivedSignalId}")
    void updateDerivedSignal() {
        DerivedSignal signal = aam.derivedSignals().get(signal("sandal"));

        assertThat(aam.derivedSignals()
                        .update(signal.getDerivedSignalId(), signal.setTargetValue("summer"))
                        .getTargetValue())
                .isEqualTo("summer");
    }

    @Test
    @Operation("DELETE /signals/derived/{derivedSignalId}")
    void deleteDerivedSignal() {
        long id = signal("sandal");

        aam.derivedSignals().delete(id);

        assertThat(exists("signals/derived", id)).isFalse();
    }

    @Test
    @Operation("GET /dcs-regions/")
    void listRegions() {
        assertThat(aam.regions().list()).extracting(Region::getHost).contains("irl1.demdex.net");
    }

    @Test
    @Operation("GET /dcs-regions/{id}")
    void getRegion() {
        assertThat(aam.regions().get(6).getHost()).isEqualTo("irl1.demdex.net");
    }

    @Test
    @Operation("GET /schemas/")
    void listSchemas() {
        assertThat(aam.schemas().list().elements()).isNotEmpty();
    }

    @Test
    @Operation("GET /visitor-profile")
    void getVisitorProfile() {
        assertThat(aam.visitorProfiles().get(q -> q.uuid("17").region(6L)).members())
                .containsKeys("uuid", "region", "segments");
    }
}
