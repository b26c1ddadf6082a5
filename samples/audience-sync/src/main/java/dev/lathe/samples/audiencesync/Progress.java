package dev.lathe.samples.audiencesync;

import java.io.PrintWriter;
import java.util.OptionalLong;

/** Shows how far a pass is: a bar that is drawn over itself on a terminal, a line now and then elsewhere. */
final class Progress {

    private static final int BAR = 30;
    private static final int LINE_EVERY = 500;

    private final PrintWriter out;
    private final boolean terminal;
    private long done;
    private long total;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** One more is done, of as many as the service says there are. */
    void step(OptionalLong newTotal) {
        total = newTotal.orElse(0);
        done++;
        if (terminal && (done % 10 == 0 || done == total)) {
            out.print("\r  " + bar() + " " + count());
            out.flush();
        } else if (!terminal && done % LINE_EVERY == 0) {
            out.println("  " + count());
            out.flush();
        }
    }

    void end() {
        if (terminal) {
            out.println("\r  " + bar() + " " + count());
        }
        out.flush();
    }

    private String bar() {
        int full = total == 0 ? 0 : (int) Math.min(BAR, BAR * done / total);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private String count() {
        return total == 0 ? "%,d segments".formatted(done) : "%,d of %,d segments".formatted(done, total);
    }
}
