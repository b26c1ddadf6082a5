package dev.lathe.it;

import java.nio.file.Path;
import java.util.List;

/** The queries with the published client. */
class OwnDocumentQueriesTest extends DataverseQueries {

    @Override
    Path document() {
        return Path.of("../specs/dataverse/src/main/specs/dataverse.csdl.xml");
    }

    @Override
    String clientPackage() {
        return "dev.lathe.dataverse";
    }

    @Override
    List<Path> client() {
        return List.of();
    }
}
