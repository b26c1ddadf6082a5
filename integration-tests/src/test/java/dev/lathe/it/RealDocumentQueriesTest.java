package dev.lathe.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The queries with a client of the real Dataverse document. */
class RealDocumentQueriesTest extends DataverseQueries {

    @Override
    Path document() {
        return RealClient.document();
    }

    @Override
    String clientPackage() {
        return "crm";
    }

    @Override
    List<Path> client() throws IOException, InterruptedException {
        return List.of(RealClient.compiled().classes());
    }
}
