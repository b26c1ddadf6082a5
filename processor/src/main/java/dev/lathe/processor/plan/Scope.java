package dev.lathe.processor.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hands out names that are free. Who asks first gets the plain one, so callers ask in an order that does not change. */
final class Scope {

    /** First parts of the packages that generated code may have to spell out. */
    static final Set<String> PACKAGES = Set.of("dev", "java", "org");

    private final Set<String> taken = new HashSet<>();
    private final boolean ignoreCase;

    private Scope(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    /** For members: names that differ by case are two names. */
    static Scope ofMembers(String... reserved) {
        return new Scope(false).reserve(Set.of(reserved));
    }

    /** For classes: names become file names, and file systems may ignore case. */
    static Scope ofTypes(Set<String> reserved) {
        return new Scope(true).reserve(reserved);
    }

    Scope reserve(Iterable<String> names) {
        names.forEach(name -> taken.add(fold(name)));
        return this;
    }

    boolean isFree(String name) {
        return !taken.contains(fold(name));
    }

    /** Takes {@code name}; where it is taken, {@code name} with {@code suffix}; where that is taken too, with a number. */
    String take(String name, String suffix) {
        if (taken.add(fold(name))) {
            return name;
        }
        if (!suffix.isEmpty() && taken.add(fold(name + suffix))) {
            return name + suffix;
        }
        for (int i = 2; ; i++) {
            if (taken.add(fold(name + suffix + i))) {
                return name + suffix + i;
            }
        }
    }

    String take(String name) {
        return take(name, "");
    }

    private String fold(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
