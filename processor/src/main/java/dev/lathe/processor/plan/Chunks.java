package dev.lathe.processor.plan;

import java.util.ArrayList;
import java.util.List;

/** Sizes that the virtual machine sets. */
public final class Chunks {

    /**
     * Most cases of one switch. HotSpot does not compile a method of more than 8,000 bytes of bytecode
     * ({@code -XX:HugeMethodLimit}); the dearest case, a new object by its type name, takes about 40.
     */
    public static final int CASES = 150;

    /** Most statements of a method that fills an array: each takes 12 bytes. */
    public static final int STATEMENTS = 500;

    /** Most calls of one chain: javac's stack ends at some 600, earlier in a busy build. */
    public static final int CHAIN = 100;

    private Chunks() {}

    /** The list in pieces of at most {@code size}, in order. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pieces.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return pieces;
    }
}
