package dev.lathe.processor.openapi;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects what is wrong with a document. What is wrong in the same way in many places is said once, with the number;
 * of the rest a hundred of each kind are listed, which is more than anybody reads.
 */
final class Findings {

    private record Topic(String code, String about) {}

    private static final class Repeated {
        final SpecPath first;
        final String message;
        final String[] hints;
        int places = 1;

        Repeated(SpecPath first, String message, String[] hints) {
            this.first = first;
            this.message = message;
            this.hints = hints;
        }
    }

    private static final int LISTED = 100;

    private final Problems problems;
    private final Map<String, Integer> listed = new HashMap<>();
    private final Map<String, SpecPath> lastOf = new LinkedHashMap<>();
    private final Map<Topic, Repeated> repeated = new LinkedHashMap<>();

    Findings(Problems problems) {
        this.problems = problems;
    }

    void error(String code, SpecPath at, String message, String... hints) {
        problems.error(code, at, message, hints);
    }

    void warn(String code, SpecPath at, String message, String... hints) {
        if (listed.merge(code, 1, Integer::sum) <= LISTED) {
            problems.warning(code, at, message, hints);
        } else {
            lastOf.put(code, at);
        }
    }

    /** Whether another problem of this kind would not be listed. */
    boolean isFull(String code) {
        return listed.getOrDefault(code, 0) >= LISTED;
    }

    /** @param about what the places have in common */
    void warnOnce(String code, String about, SpecPath at, String message, String... hints) {
        Repeated known = repeated.get(new Topic(code, about));
        if (known == null) {
            if (listed.merge(code, 1, Integer::sum) <= LISTED) {
                repeated.put(new Topic(code, about), new Repeated(at, message, hints));
            } else {
                lastOf.put(code, at);
            }
        } else {
            known.places++;
        }
    }

    /** Hands over what was said once; to be called at the end. */
    void flush() {
        repeated.forEach((topic, said) -> {
            String more = said.places == 1 ? "" : " (first of " + said.places + " places)";
            problems.warning(topic.code, said.first, said.message + more, said.hints);
        });
        repeated.clear();
        lastOf.forEach((code, at) -> problems.warning(
                code,
                at,
                (listed.getOrDefault(code, 0) - LISTED) + " more problems of this kind; this is the last one."));
    }
}
