package dev.lathe.processor.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody who wrote another one may have meant. */
public final class Nearest {

    private Nearest() {}

    /** A hint for a message: {@code did you mean 'Address'?}; empty when nothing comes close. */
    public static String[] hint(String wrong, Collection<String> known) {
        List<String> close = to(wrong, known, 3);
        return close.isEmpty() ? new String[0] : new String[] {"did you mean '" + String.join("' or '", close) + "'?"};
    }

    /** The closest of the known names, several only when equally close, at most {@code limit}; none when none is close. */
    public static List<String> to(String wrong, Collection<String> known, int limit) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, Math.min(4, lower.length() / 3));
        List<Scored> close = known.stream()
                .distinct()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= allowed)
                .map(name -> new Scored(name, distance(lower, name.toLowerCase(Locale.ROOT), allowed)))
                .filter(scored -> scored.distance <= allowed)
                .sorted()
                .toList();
        return close.stream()
                .filter(scored -> scored.distance == close.get(0).distance)
                .limit(limit)
                .map(Scored::name)
                .toList();
    }

    private record Scored(String name, int distance) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byDistance = Integer.compare(distance, other.distance);
            return byDistance != 0 ? byDistance : name.compareTo(other.name);
        }
    }

    /** Edit distance, two letters swapped counting once; more than {@code allowed} as soon as it must be. */
    private static int distance(String a, String b, int allowed) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], 1 + beforePrevious[j - 2]);
                }
                least = Math.min(least, current[j]);
            }
            if (least > allowed) {
                return allowed + 1;
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
