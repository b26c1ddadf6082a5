package dev.lathe.it;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Random rows of a client of the real Dataverse document. */
class RealDocumentRowsTest extends RowProperties {

    @Override
    Path document() {
        return RealClient.document();
    }

    @Override
    Path classes() throws IOException, InterruptedException {
        return RealClient.compiled().classes();
    }

    @Override
    String clientPackage() {
        return "crm";
    }

    @Override
    ClassLoader loader() throws IOException, InterruptedException {
        // Open as long as its classes are in use.
        return new URLClassLoader(
                new URL[] {classes().toUri().toURL()}, getClass().getClassLoader());
    }
}
