package dev.lathe.it;

import java.io.IOException;
import java.util.Random;

/** Breaks one document in many small ways: each mutation is the document with one to three faults. */
interface Mutator {

    /** The same text for the same numbers. */
    String mutate(Random random);

    static Mutator of(Document document) throws IOException {
        return document.odata() ? XmlMutator.of(document.file()) : JsonMutator.of(document);
    }
}
