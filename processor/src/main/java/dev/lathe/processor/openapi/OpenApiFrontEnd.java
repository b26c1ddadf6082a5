package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.model.TypeDecl;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Optional;

/**
 * Reads OpenAPI 2.0, 3.0 and 3.1, in YAML or JSON. Opens no connection, and no file but those below the spec's root that
 * it refers to. Holds no state: one instance may read many documents, on many threads.
 */
public final class OpenApiFrontEnd implements FrontEnd {

    /** A front end; there is nothing to configure. */
    public OpenApiFrontEnd() {}

    @Override
    public Optional<ApiModel> read(SpecSource spec, Problems problems) {
        Findings findings = new Findings(problems);
        try {
            return Optional.of(model(spec, problems, findings));
        } catch (SpecRefused refused) {
            refused.reportTo(problems);
        } catch (StackOverflowError e) {
            problems.error(
                    "too-deep", spec.at(), "The schemas of the document refer to each other in too long chains.");
        } catch (OutOfMemoryError e) {
            // What was built so far is garbage by now: there is room again to say so.
            problems.error("too-large", spec.at(), "The document does not fit into the memory of the compiler.");
        } finally {
            findings.flush();
        }
        return Optional.empty();
    }

    private static ApiModel model(SpecSource spec, Problems problems, Findings findings) throws SpecRefused {
        SpecPath at = spec.at();
        Origins origins = new Origins(at);
        JsonNode document = SpecTree.read(spec.content(), spec.name(), origins, problems);
        SpecVersion version = SpecVersion.of(document, at, findings);
        SpecFiles files = new SpecFiles(spec, document, origins, problems);
        CleanSpec clean =
                new CleanCopy(version, document, new References(files, origins, findings), origins, findings).copy();
        new Uplift(clean, origins, findings).apply();
        OpenAPI api = SwaggerReader.read(clean.root(), at);

        SchemaStore store = new SchemaStore(clean, api, origins);
        SchemaTypes types = new SchemaTypes(store, findings, spec.name());
        store.declared().forEach(types::resolve);
        Servers servers = new Servers(origins, findings);
        List<ApiInfo.Server> bases = clean.root().has("servers")
                ? servers.of(api.getServers(), clean.root().path("servers"))
                : List.of();
        Security security = new Security(clean.root(), bases, origins, findings);
        List<Resource> resources =
                new Operations(api, clean, types, store, servers, security, origins, findings).resources();
        List<TypeDecl> declarations = types.declarations();
        new LostCases(declarations).report(clean.lostCases(), findings);
        return new ApiModel(info(document, clean.root(), bases, security, at), declarations, resources, List.of());
    }

    private static ApiInfo info(
            JsonNode document, JsonNode root, List<ApiInfo.Server> bases, Security security, SpecPath at) {
        JsonNode info = root.path("info");
        JsonNode said = document.path(document.has("swagger") ? "swagger" : "openapi");
        return new ApiInfo(
                "OpenAPI " + said.asText(),
                info.path("title").asText(),
                info.path("version").asText(),
                extension(root, "x-lathe-name"),
                extension(root, "x-lathe-profile"),
                bases,
                security.schemes(),
                DocsText.of(info),
                at);
    }

    /** At the root, or beside the title. */
    private static String extension(JsonNode root, String name) {
        return root.path(name).asText(root.path("info").path(name).asText());
    }
}
