package dev.lathe.processor.odata;

import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.model.TypeDecl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Reads the metadata document of an OData V4 service (CSDL XML). */
public final class ODataFrontEnd implements FrontEnd {

    private static final String DATAVERSE = "Microsoft.Dynamics.CRM";

    /** Names of containers that say nothing about the service. */
    private static final Set<String> GENERIC = Set.of(
            "Container", "EntityContainer", "DefaultContainer", "System", "Default", "Service", "ServiceContainer");

    /** How services number themselves: {@code com.acme.orders.v0001}. */
    private static final Pattern VERSION = Pattern.compile("[vV]\\d+(_\\d+)*");

    @Override
    public Optional<ApiModel> read(SpecSource spec, Problems problems) {
        Optional<SpecText> text = SpecText.decode(spec, problems);
        if (text.isEmpty() || NotCsdl.reported(text.get(), problems)) {
            return Optional.empty();
        }
        var findings = new Findings();
        Optional<ScannedCsdl> scanned = CsdlScanner.scan(text.get(), problems, findings);
        if (scanned.isEmpty()) {
            // What was found before the end of a broken document says more about the break than about the document.
            return Optional.empty();
        }
        Optional<ApiModel> model = model(scanned.get(), spec, findings, problems);
        findings.flush(problems);
        return model;
    }

    private static Optional<ApiModel> model(ScannedCsdl csdl, SpecSource spec, Findings findings, Problems problems) {
        List<CsdlSchema> schemas = csdl.isEmpty()
                ? List.of()
                : new OlingoReader().read(csdl.clean()).getSchemas();
        Marks marks = csdl.marks();
        var names = new TypeNames(schemas, csdl.aliases(), findings);
        new TargetedAnnotations(schemas, names, marks).distribute(csdl.elsewhere());
        Structures structures = Structures.of(schemas, names, marks, problems);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        boolean dataverse =
                schemas.stream().anyMatch(schema -> schema.getNamespace().equals(DATAVERSE));
        var vocabulary = new Vocabulary(csdl.aliases());
        Containers.Contents contents = new Containers(names, marks, findings).read(schemas);
        var bindings = new Bindings(contents, names, structures);
        List<TypeDecl> types =
                new Types(names, structures, bindings, vocabulary, marks, findings, dataverse).all(schemas);
        List<Resource> resources = contents.targets().stream()
                .map(target -> Containers.resource(target, vocabulary, marks))
                .toList();
        List<ODataOperation> operations =
                new Operations(names, vocabulary, marks, findings, dataverse).all(schemas, contents.imports());
        if (types.isEmpty() && resources.isEmpty() && operations.isEmpty()) {
            findings.warning(
                    "nothing-to-generate",
                    spec.at(),
                    "The document declares no entity type, no complex type, no enumeration and nothing to call.");
        }
        return Optional.of(new ApiModel(
                info(csdl, spec, schemas, contents, docs(contents, vocabulary, marks), dataverse),
                types,
                resources,
                operations));
    }

    /** What the container says about itself is about the service. */
    private static Docs docs(Containers.Contents contents, Vocabulary vocabulary, Marks marks) {
        return contents.name().isEmpty()
                ? Docs.NONE
                : vocabulary.docs(marks.get(Marks.container(contents.namespace(), contents.name()))
                        .annotations());
    }

    private static ApiInfo info(
            ScannedCsdl csdl,
            SpecSource spec,
            List<CsdlSchema> schemas,
            Containers.Contents contents,
            Docs docs,
            boolean dataverse) {
        return new ApiInfo(
                "OData " + csdl.version(),
                dataverse ? "Dataverse" : title(schemas, contents),
                "",
                "",
                dataverse ? "dataverse" : "",
                List.of(),
                List.of(),
                docs,
                spec.at());
    }

    /** The container's name where it is one of its own, else the last part of a namespace that is no version. */
    private static String title(List<CsdlSchema> schemas, Containers.Contents contents) {
        if (!contents.name().isEmpty() && !GENERIC.contains(contents.name())) {
            return contents.name();
        }
        String namespace = contents.namespace();
        if (namespace.isEmpty()) {
            namespace = schemas.isEmpty() ? "" : schemas.get(0).getNamespace();
        }
        int dot = namespace.lastIndexOf('.');
        while (dot > 0 && VERSION.matcher(namespace.substring(dot + 1)).matches()) {
            namespace = namespace.substring(0, dot);
            dot = namespace.lastIndexOf('.');
        }
        String last = namespace.substring(dot + 1);
        return last.isEmpty() ? "OData" : last;
    }
}
