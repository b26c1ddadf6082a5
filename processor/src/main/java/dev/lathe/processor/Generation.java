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
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * From an annotation to files: who calls whom. After an error that leaves something of the document the classes are written
 * all the same: the build fails with that one error, and not with hundreds of missing symbols in the user's code.
 */
final class Generation {

    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    /** Profiles that an annotation may ask for; {@code none} switches detection off. */
    private static final Set<String> PROFILES = Set.of("audience-manager", "dataverse", "none");

    /** From here on a build takes minutes. */
    private static final int MANY = 5_000;

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
        List<SourceFiles.Source> sources = client == null ? List.of() : files.free(client.sources, request, problems);
        boolean sound = reporter.passes(request, problems);
        if (client == null) {
            return;
        }
        var writing = new Problems();
        files.write(sources, request, writing);
        if (reporter.passes(request, writing) && sound) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            reporter.note("%s: read %s, %s, %s, %s in %d ms"
                    .formatted(
                            request.spec(),
                            client.format,
                            counted(client.plan.typeCount(), "type"),
                            counted(client.plan.operationCount(), "operation"),
                            counted(client.sources.size(), "file"),
                            millis));
            if (client.sources.size() > MANY) {
                reporter.note(
                        "%s: javac's time grows faster than the number of files; 'include' keeps it to what you use"
                                .formatted(request.spec()));
            }
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private record Client(String format, ClientPlan plan, List<SourceFiles.Source> sources) {}

    /** The client's sources, also of a document with errors; null when there is no document. */
    private @Nullable Client client(Request request, Problems problems) {
        if (!hasJava17(request, problems)) {
            return null;
        }
        checkAttributes(request, problems);
        Optional<SpecSource> spec = locator.find(request.spec(), request.target(), problems);
        if (spec.isEmpty()) {
            return null;
        }
        var reading = new Problems();
        Optional<ApiModel> read = frontEnds.apply(request.language()).read(spec.get(), reading);
        if (read.isEmpty()) {
            problems.addAll(reading);
            return null;
        }
        ApiModel model = selected(read.get(), request, spec.get().at(), reading, problems);
        ClientPlan plan = Planner.plan(model, planRequest(request), problems);
        // Emitters know nothing of each other, and the list keeps the plan's order: all processors take part.
        List<SourceFiles.Source> sources =
                Emitters.emit(plan).parallel().map(Generation::source).toList();
        return new Client(model.info().format(), plan, sources);
    }

    /** All of it when a pattern is wrong: nobody knows then what was meant, and what is missing would be an error more. */
    private static ApiModel selected(
            ApiModel model, Request request, SpecPath at, Problems reading, Problems problems) {
        var selecting = new Problems();
        Selection selection = Selection.of(request.include(), request.exclude(), at);
        ApiModel selected = selection.apply(model, selecting);
        boolean sound = !selecting.hasErrors();
        problems.addAll(sound ? selection.about(reading, model, selected) : reading);
        problems.addAll(selecting);
        return sound ? selected : model;
    }

    /** As text: that is a few bytes a line, where the builder's tree would be kilobytes. */
    private static SourceFiles.Source source(JavaFile file) {
        String name = file.typeSpec().name();
        return new SourceFiles.Source(
                file.packageName().isEmpty() ? name : file.packageName() + "." + name, file.toString());
    }

    private PlanRequest planRequest(Request request) {
        return new PlanRequest(
                request.packageName(),
                isName(request.name()) ? request.name() : "",
                PROFILES.contains(request.profile()) ? request.profile() : "",
                seesJspecify(request.target()));
    }

    /** On the module path is not enough: generated code lies in a module, and sees what that one requires. */
    private boolean seesJspecify(PackageElement target) {
        Elements elements = environment.getElementUtils();
        ModuleElement module = elements.getModuleOf(target);
        return module == null || module.isUnnamed()
                ? elements.getTypeElement(NULLABLE) != null
                : elements.getTypeElement(module, NULLABLE) != null;
    }

    /** Older compilers would stumble over each generated file. */
    private boolean hasJava17(Request request, Problems problems) {
        SourceVersion version = environment.getSourceVersion();
        if (version.compareTo(SourceVersion.RELEASE_17) >= 0) {
            return true;
        }
        problems.error(
                "java-version",
                SpecPath.of(request.spec()),
                "The sources are compiled as Java " + version.name().replaceAll("\\D+", "")
                        + "; generated code needs Java 17.",
                "set --release to 17 or higher; in Maven that is the property maven.compiler.release");
        return false;
    }

    private static boolean isName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
    }

    private static void checkAttributes(Request request, Problems problems) {
        SpecPath at = SpecPath.of(request.spec());
        String name = request.name();
        if (!name.isEmpty() && !isName(name)) {
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
