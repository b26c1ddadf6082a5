package dev.lathe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A document, and what is to become of it.
 *
 * @param name what tests call it
 * @param root the folder that its references may reach
 * @param spec its path below that folder
 * @param expected {@code generate}, {@code refuse}, {@code report}, or {@code robust} where either will do
 */
record Document(String name, Path root, String spec, boolean odata, String expected) {

    /** One that a client is made of. */
    static Document sound(Path file, boolean odata) {
        return new Document(
                file.getFileName().toString(),
                file.getParent(),
                file.getFileName().toString(),
                odata,
                "generate");
    }

    Path file() {
        return root.resolve(spec);
    }

    /** What an OpenAPI document says, in YAML or JSON. */
    JsonNode tree() throws IOException {
        if (spec.endsWith(".json")) {
            return new ObjectMapper().readTree(file().toFile());
        }
        var limits = new LoaderOptions();
        limits.setCodePointLimit(100_000_000);
        var mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
        return mapper.readTree(file().toFile());
    }

    String annotation() {
        return "@dev.lathe." + (odata ? "ODataClient" : "OpenApiClient") + "(\"" + spec.replace('\\', '/') + "\")";
    }

    /** A package of its own, whatever characters the name has. */
    String packageName() {
        return "document." + "d" + name.replaceAll("\\W", "_").toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
