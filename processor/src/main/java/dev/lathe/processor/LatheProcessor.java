package dev.lathe.processor;

import com.google.auto.service.AutoService;
import dev.lathe.processor.Options.InvalidOption;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates a client for each package that is annotated with {@code @OpenApiClient} or {@code @ODataClient}.
 *
 * <p>Options: {@code -Alathe.specs=DIR[:DIR...]} names folders in which specs are looked up first, {@code -Alathe.strict}
 * turns warnings into errors, {@code -Alathe.silence=CODE[,CODE...]} keeps warnings of those codes back.
 */
@AutoService(Processor.class)
public final class LatheProcessor extends AbstractProcessor {

    private final Function<Language, FrontEnd> frontEnds;
    private @Nullable Generation generation;
    private @Nullable Reporter reporter;
    private boolean begun;

    /** Called by the compiler's service loader. */
    public LatheProcessor() {
        this(Language::frontEnd);
    }

    /** With readers of a test. */
    LatheProcessor(Function<Language, FrontEnd> frontEnds) {
        this.frontEnds = frontEnds;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Generated types come back in the next round: what they are marked with is ours too.
        return Stream.concat(
                        Arrays.stream(Language.values()).map(Language::annotation),
                        Stream.of(RuntimeTypes.GENERATED.canonicalName(), RuntimeTypes.NULL_MARKED.canonicalName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            Options options = Options.of(environment.getOptions());
            reporter = new Reporter(environment.getMessager(), options);
            generation = new Generation(environment, options, reporter, frontEnds);
        } catch (InvalidOption invalid) {
            // Nothing is generated, so the user sees this before any missing class.
            new Reporter(environment.getMessager(), Options.of(Map.of())).option(invalid.text());
        }
    }

    // Nobody else reads these annotations, and under -Xlint:processing javac warns of those that no processor claims.
    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (generation == null || reporter == null) {
            return true;
        }
        generation.sawSources(round.getRootElements());
        Map<PackageElement, Request> requests = new LinkedHashMap<>();
        Set<PackageElement> doubled = new HashSet<>();
        for (Language language : Language.values()) {
            for (TypeElement annotation : annotations) {
                if (annotation.getQualifiedName().contentEquals(language.annotation())) {
                    collect(language, annotation, round, requests, doubled);
                }
            }
        }
        if (!requests.isEmpty() && !begun) {
            reporter.unknownSilenced();
            begun = true;
        }
        for (Request request : requests.values()) {
            if (!doubled.contains(request.target())) {
                generate(request, generation, reporter);
            }
        }
        return true;
    }

    private void collect(
            Language language,
            TypeElement annotation,
            RoundEnvironment round,
            Map<PackageElement, Request> requests,
            Set<PackageElement> doubled) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            if (!(element instanceof PackageElement target)) {
                continue;
            }
            for (AnnotationMirror mirror : mirrors(target, annotation)) {
                Request request = Request.of(language, target, mirror, processingEnv.getElementUtils());
                Request other = requests.putIfAbsent(target, request);
                if (other != null) {
                    doubled.add(target);
                    Generation.packageTaken(request, other, reporter);
                }
            }
        }
    }

    private static List<? extends AnnotationMirror> mirrors(PackageElement target, TypeElement annotation) {
        return target.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().asElement().equals(annotation))
                .toList();
    }

    /** Whatever is thrown in there is our own fault: mistakes of a user are problems and not exceptions. */
    private static void generate(Request request, Generation generation, Reporter reporter) {
        try {
            generation.run(request);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError bug) {
            reporter.bug(request, bug);
        }
    }
}
