package dev.lathe.processor;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Says at the annotation what is wrong: that is the line an IDE can open; the place in the document is in the text. */
final class Reporter {

    /** Attribute that a problem of that code is about; the others are about the spec. */
    private static final Set<String> ABOUT_NAME = Set.of("client-name");

    private static final Set<String> ABOUT_PROFILE = Set.of("unknown-profile");
    private static final Set<String> ABOUT_SELECTION = Set.of("no-match", "nothing-selected");
    private static final int FRAMES = 12;
    private static final int CAUSES = 3;

    private final Messager messager;
    private final Options options;

    Reporter(Messager messager, Options options) {
        this.messager = messager;
        this.options = options;
    }

    /**
     * Prints what was found. True when nothing of it is an error of the spec or its annotation; a warning that
     * {@code lathe.strict} made an error fails the build, but the client is sound, and without it the user would see
     * hundreds of missing symbols after that one message.
     */
    boolean passes(Request request, Problems problems) {
        boolean sound = true;
        Set<String> said = new HashSet<>();
        for (Problem problem : problems.shown()) {
            boolean warning = problem.severity() == Problem.Severity.WARNING;
            if (warning && options.silenced().contains(problem.code())) {
                continue;
            }
            sound &= warning;
            // Once is enough: a document may have hundreds of one kind.
            String more = warning && said.add(problem.code())
                    ? "\n  to keep this code back: -A" + Options.SILENCE + "=" + problem.code()
                    : "";
            print(warning && !options.strict() ? Kind.WARNING : Kind.ERROR, problem, more, request);
        }
        return sound;
    }

    private void print(Kind kind, Problem problem, String more, Request request) {
        messager.printMessage(
                kind,
                problem.text() + more,
                request.target(),
                request.annotation(),
                request.value(attribute(problem, request)));
    }

    private static String attribute(Problem problem, Request request) {
        if (ABOUT_NAME.contains(problem.code())) {
            return "name";
        }
        if (ABOUT_PROFILE.contains(problem.code()) && !request.profile().isEmpty()) {
            return "profile";
        }
        if (ABOUT_SELECTION.contains(problem.code())) {
            return request.values().containsKey("include") ? "include" : "exclude";
        }
        return "value";
    }

    /** A mistake in the processor's options, which belongs to no annotation. */
    void option(String message) {
        messager.printMessage(Kind.ERROR, "[invalid-option] " + message);
    }

    /** Says which of the codes to keep back are none: the warnings that were meant are not kept back. */
    void unknownSilenced() {
        for (String code : options.silenced()) {
            if (!KnownCodes.ALL.contains(code)) {
                String[] hint = Nearest.hint(code, KnownCodes.ALL);
                messager.printMessage(
                        options.strict() ? Kind.ERROR : Kind.WARNING,
                        "[unknown-code] -A" + Options.SILENCE + " names '" + code + "', but there is no such code."
                                + (hint.length == 0 ? "" : "\n  " + hint[0]));
            }
        }
    }

    /** Tells what came out of a spec. */
    void note(String text) {
        messager.printMessage(Kind.NOTE, "Lathe: " + text);
    }

    /** A bug of ours: said as such, with what a report of it needs, on lines that no tool takes for a crash of javac. */
    void bug(Request request, Throwable bug) {
        List<String> lines = new ArrayList<>();
        Throwable cause = bug;
        for (int depth = 0; cause != null && depth < CAUSES; cause = cause.getCause(), depth++) {
            lines.add((depth == 0 ? "failure  " : "because  ") + cause);
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> lines.add("  in " + frame.getClassName() + "." + frame.getMethodName() + ", line "
                            + frame.getLineNumber()));
        }
        lines.add("please report it with the lines above and, if you may, the spec");
        var problems = new Problems();
        problems.error(
                "internal-error",
                SpecPath.of(request.spec()),
                "Lathe itself failed on this spec. This is a bug of Lathe, not a mistake of yours.",
                lines.toArray(String[]::new));
        problems.all().forEach(problem -> print(Kind.ERROR, problem, "", request));
    }
}
