package dev.lathe.processor.select;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.Collection;
import java.util.List;

/** A pattern in which {@code *} stands for any characters, also for none and for {@code /} and {@code .}. */
record Glob(String pattern) {

    boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    boolean matchesAny(Collection<String> names) {
        return names.stream().anyMatch(this::matches);
    }

    /** Reports a pattern that matches none of the names; it is a typing mistake or a sign that the document changed. */
    void noMatch(String attribute, String kinds, Collection<String> names, SpecPath at, Problems problems) {
        problems.error(
                "no-match",
                at,
                "The pattern '" + pattern + "' of " + attribute + " matches no " + kinds + " of the document.",
                hint(names));
    }

    /** What to do about a pattern that matches none of the names; a model does not know the aliases of its document. */
    String[] hint(Collection<String> names) {
        String[] near = Nearest.hint(pattern.replace("*", ""), names);
        String last = pattern.substring(pattern.lastIndexOf('.') + 1);
        if (near.length == 0 && names.contains(last)) {
            return Nearest.hint(last, List.of(last));
        }
        return near.length > 0
                ? near
                : new String[] {"a pattern is spelled as the document spells the name; '*' stands for any characters"};
    }
}
