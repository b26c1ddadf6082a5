package dev.lathe.it;

import dev.lathe.dataverse.Dataverse;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Random rows of the published client. */
class OwnDocumentRowsTest extends RowProperties {

    @Override
    Path document() {
        return Path.of("../specs/dataverse/src/main/specs/dataverse.csdl.xml");
    }

    @Override
    Path classes() throws URISyntaxException {
        return Path.of(Dataverse.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Override
    String clientPackage() {
        return "dev.lathe.dataverse";
    }

    @Override
    ClassLoader loader() {
        return getClass().getClassLoader();
    }
}
