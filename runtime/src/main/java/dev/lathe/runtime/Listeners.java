package dev.lathe.runtime;

import dev.lathe.runtime.CallListener.Ended;
import dev.lathe.runtime.CallListener.Started;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Tells all listeners, whatever one of them throws. */
final class Listeners {

    private static final Logger LOG = System.getLogger("dev.lathe.runtime");

    private final List<CallListener> listeners;

    Listeners(List<CallListener> listeners) {
        this.listeners = listeners;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void before(Started event) {
        tell(listener -> listener.before(event));
    }

    void after(Ended event) {
        tell(listener -> listener.after(event));
    }

    private void tell(Consumer<CallListener> event) {
        for (CallListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "A call listener failed: " + listener.getClass().getName(),
                        e);
            }
        }
    }
}
