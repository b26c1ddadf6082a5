package dev.lathe.processor;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The processor's options.
 *
 * @param specs folders in which specs are looked up first
 * @param strict whether a warning stops a client
 * @param silenced codes of warnings that the user knows about
 */
record Options(List<Path> specs, boolean strict, Set<String> silenced) {

    static final String SPECS = "lathe.specs";
    static final String STRICT = "lathe.strict";
    static final String SILENCE = "lathe.silence";

    static final Set<String> NAMES = Set.of(SPECS, STRICT, SILENCE);

    static Options of(Map<String, String> options) {
        List<Path> specs = new ArrayList<>();
        for (String folder : split(options.get(SPECS), Pattern.quote(File.pathSeparator))) {
            try {
                specs.add(Path.of(folder).toAbsolutePath().normalize());
            } catch (InvalidPathException e) {
                throw new InvalidOption(
                        "-A" + SPECS + " names '" + folder + "', which is not a path: " + e.getReason());
            }
        }
        return new Options(List.copyOf(specs), flag(options), new TreeSet<>(split(options.get(SILENCE), "[,;\\s]")));
    }

    /** {@code -Alathe.strict} alone switches it on. */
    private static boolean flag(Map<String, String> options) {
        if (!options.containsKey(STRICT)) {
            return false;
        }
        String value = options.get(STRICT);
        if (value == null || value.isBlank() || value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw new InvalidOption("-A" + STRICT + "=" + value + " is neither true nor false");
    }

    private static List<String> split(@Nullable String value, String separator) {
        if (value == null) {
            return List.of();
        }
        return Pattern.compile(separator)
                .splitAsStream(value)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** An option that cannot be understood; the message is for the user. */
    static final class InvalidOption extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String text;

        InvalidOption(String text) {
            super(text);
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
