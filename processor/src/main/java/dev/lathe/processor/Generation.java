package dev.lathe.processor;

import com.palantir.javapoet.JavaFile;
import dev.lathe.processor.emit.Emitters;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.PlanRequest;
import dev.lathe.processor.plan.Planner;
import dev.lathe.processor.select.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** From an annotation to files: who calls whom. Nothing is written before the whole client is known to be sound. */
final class Generation {

    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    /** Profiles that an annotation may ask for; {@code none} switches detection off. */
    private static final Set<String> PROFILES = Set.of("audience-manager", "dataverse", "none");

    private final ProcessingEnvironment environment;
    private final Reporter reporter;
    private final Function<Language, FrontEnd> frontEnds;
    private final SpecLocator locator;
    private final SourceFiles files;

    Generation(
            ProcessingEnvironment environment,
            Options options,
            Reporter reporter,
            Function<Language, FrontEnd> frontEnds) {
        this.environment = environment;
        this.reporter = reporter;
        this.frontEnds = frontEnds;
        this.locator = new SpecLocator(environment, options.specs());
        this.files = new SourceFiles(environment.getFiler());
    }

    /** Takes note of what the user wrote himself, which is not overwritten. */
    void sawSources(Set<? extends Element> roots) {
        files.sawSources(roots);
    }

    void run(Request request) {
        long start = System.nanoTime();
        var problems = new Problems();
        @Nullable Client client = client(request, problems);
        if (client != null) {
            files.check(client.sources, request, problems);
        }
        if (!reporter.passes(request, problems) || client == null) {
            return;
        }
        var writing = new Problems();
        files.write(client.sources, request, writing);
        if (reporter.passes(request, writing)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            reporter.note("%s: read %s, %d types, %d operations, %d files in %d ms"
                    .formatted(
                            request.spec(),
                            client.format,
                            client.plan.typeCount(),
                            client.plan.operationCount(),
                            client.sources.size(),
                            millis));
        }
    }

    private record Client(String format, ClientPlan plan, List<SourceFiles.Source> sources) {}

    /** The client's sources, or null after an error. Later stages rely on what earlier ones hand them. */
    private @Nullable Client client(Request request, Problems problems) {
        checkAttributes(request, problems);
        Optional<SpecSource> spec = locator.find(request.spec(), request.target(), problems);
        if (spec.isEmpty()) {
            return null;
        }
        Optional<ApiModel> read = frontEnds.apply(request.language()).read(spec.get(), problems);
        if (read.isEmpty()) {
            return null;
        }
        ApiModel model = Selection.of(
                        request.include(), request.exclude(), spec.get().at())
                .apply(read.get(), problems);
        if (problems.hasErrors()) {
            return null;
        }
        ClientPlan plan = Planner.plan(model, planRequest(request), problems);
        if (problems.hasErrors()) {
            return null;
        }
        // Emitters know nothing of each other, and the list keeps the plan's order: all processors take part.
        List<SourceFiles.Source> sources =
                Emitters.emit(plan).parallel().map(Generation::source).toList();
        return new Client(model.info().format(), plan, sources);
    }

    /** As text: that is a few bytes a line, where the builder's tree would be kilobytes. */
    private static SourceFiles.Source source(JavaFile file) {
        String name = file.typeSpec().name();
        return new SourceFiles.Source(
                file.packageName().isEmpty() ? name : file.packageName() + "." + name, file.toString());
    }

    private PlanRequest planRequest(Request request) {
        boolean jspecify = environment.getElementUtils().getTypeElement(NULLABLE) != null;
        return new PlanRequest(request.packageName(), request.name(), request.profile(), jspecify);
    }

    private static void checkAttributes(Request request, Problems problems) {
        SpecPath at = SpecPath.of(request.spec());
        String name = request.name();
        if (!name.isEmpty() && (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name))) {
            problems.error(
                    "client-name",
                    at,
                    "The name '" + name + "' is no name for a Java class.",
                    "give a simple name such as 'Crm', or leave it out to take the document's");
        }
        if (!request.profile().isEmpty() && !PROFILES.contains(request.profile())) {
            String[] hint = Nearest.hint(request.profile(), PROFILES);
            problems.error(
                    "unknown-profile",
                    at,
                    "There is no service profile '" + request.profile() + "'.",
                    hint.length > 0 ? hint : new String[] {"profiles are 'audience-manager', 'dataverse' and 'none'"});
        }
        if (request.packageName().isEmpty()) {
            problems.error("unnamed-package", at, "A client needs a package with a name.", "annotate a named package");
        }
    }

    static void packageTaken(Request request, Request other, @Nullable Reporter reporter) {
        if (reporter == null) {
            return;
        }
        var problems = new Problems();
        problems.error(
                "package-taken",
                SpecPath.of(request.spec()),
                "The package '" + request.packageName() + "' carries "
                        + other.language().simpleAnnotation() + " for '" + other.spec()
                        + "' already; two clients in one package would overwrite each other.",
                "give each client a package of its own");
        reporter.passes(request, problems);
    }
}
