package dev.lathe.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The client of the whole real Dataverse document, in the package {@code crm}, together with the sources in the folder
 * {@code scenarios}. Compiled once for all tests that use it: that takes half a minute.
 */
final class RealClient {

    private static Javac.Result compiled;

    private RealClient() {}

    /** The document, or a skipped test where the corpus is missing. */
    static Path document() {
        return Corpus.file("csdl/dataverse-v9.1.xml");
    }

    static synchronized Javac.Result compiled() throws IOException, InterruptedException {
        if (compiled == null) {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "real-client");
            compiled = Javac.in(folder.toAbsolutePath(), "1g")
                    .option("-Alathe.specs=" + document().getParent())
                    .source("crm/package-info.java", "@dev.lathe.ODataClient(\"dataverse-v9.1.xml\")\npackage crm;\n")
                    .source("scenarios/DataverseScenarios.java", resource("/scenarios/DataverseScenarios.java"))
                    .source("scenarios/OperationScenarios.java", resource("/scenarios/OperationScenarios.java"))
                    .run();
        }
        return compiled;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RealClient.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
