package dev.lathe.processor.model;

import java.util.Optional;

/** Reads one document language. */
public interface FrontEnd {

    /**
     * The model of the document; empty when nothing can be said about it, then {@code problems} has an error. A fault
     * that touches a part only is a warning, and the rest is in the model.
     */
    Optional<ApiModel> read(SpecSource spec, Problems problems);
}
