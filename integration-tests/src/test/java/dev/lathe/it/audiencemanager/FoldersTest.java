package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.Folder;
import dev.lathe.audiencemanager.Segment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both folder trees, which are read as trees. */
class FoldersTest extends SandboxCalls {

    private long folder(String kind, String name, long parent) {
        return insert("folders/" + kind, Map.of("name", name, "parentFolderId", parent));
    }

    private static void assertDeep(List<Folder> roots, String first, String second) {
        Folder below = roots.get(0).getSubFolders().stream()
                .filter(f -> f.getName().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(roots).hasSize(1);
        assertThat(roots.get(0).getFolderId()).isZero();
        assertThat(below.getSubFolders()).extracting(Folder::getName).containsExactly(second);
        assertThat(below.getSubFolders().get(0).getParentFolderId()).isEqualTo(below.getFolderId());
    }

    @Test
    @Operation("GET /folders/traits/")
    void listTraitFolders() {
        folder("traits", "Shoes", folder("traits", "Clothes", 0));

        assertDeep(aam.traitFolders().list(q -> q.includeThirdParty(false)), "Clothes", "Shoes");
    }

    @Test
    @Operation("POST /folders/traits/")
    void createTraitFolder() {
        assertThat(aam.traitFolders()
                        .create(new Folder().setName("Hats").setParentFolderId(0L))
                        .getFolderId())
                .isPositive();
    }

    @Test
    @Operation("GET /folders/traits/{folderId}")
    void getTraitFolder() {
        long clothes = folder("traits", "Clothes", 0);
        folder("traits", "Shoes", clothes);

        assertThat(aam.traitFolders()
                        .get(clothes, q -> q.includeSubFolders(true))
                        .getSubFolders())
                .extracting(Folder::getName)
                .containsExactly("Shoes");
    }

    @Test
    @Operation("PUT /folders/traits/{folderId}")
    void updateTraitFolder() {
        long id = folder("traits", "Clothes", 0);

        assertThat(aam.traitFolders()
                        .update(id, new Folder().setName("Garments").setParentFolderId(0L))
                        .getName())
                .isEqualTo("Garments");
    }

    @Test
    @Operation("DELETE /folders/traits/{folderId}")
    void deleteTraitFolder() {
        long id = folder("traits", "Clothes", 0);

        aam.traitFolders().delete(id);

        assertThat(exists("folders/traits", id)).isFalse();
    }

    @Test
    @Operation("GET /folders/segments/")
    void listSegmentFolders() {
        folder("segments", "Shoes", folder("segments", "Clothes", 0));

        assertDeep(aam.segmentFolders().list(), "Clothes", "Shoes");
    }

    @Test
    @Operation("POST /folders/segments/")
    void createSegmentFolder() {
        assertThat(aam.segmentFolders()
                        .create(new Folder().setName("Hats").setParentFolderId(0L))
                        .getFolderId())
                .isPositive();
    }

    @Test
    @Operation("GET /folders/segments/{folderId}")
    void getSegmentFolder() {
        assertThat(aam.segmentFolders().get(folder("segments", "Clothes", 0)).getName())
                .isEqualTo("Clothes");
    }

    @Test
    @Operation("PUT /folders/segments/{folderId}")
    void updateSegmentFolder() {
        long id = folder("segments", "Clothes", 0);

        assertThat(aam.segmentFolders()
                        .update(id, new Folder().setName("Garments").setParentFolderId(0L))
                        .getName())
                .isEqualTo("Garments");
    }

    @Test
    @Operation("DELETE /folders/segments/{folderId}")
    void deleteSegmentFolder() {
        long id = folder("segments", "Clothes", 0);

        aam.segmentFolders().delete(id);

        assertThat(exists("folders/segments", id)).isFalse();
    }

    @Test
    @Operation("GET /folders/segments/{folderId}/segments/")
    void listSegmentsOfFolder() {
        long id = folder("segments", "Clothes", 0);
        insert("segments", Map.of("name", "Coats", "folderId", id, "dataSourceId", 1));

        assertThat(aam.segmentFolders().listSegments(id))
                .extracting(Segment::getName)
                .containsExactly("Coats");
    }
}
