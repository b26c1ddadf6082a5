package dev.lathe.processor.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A document that was found, with its bytes as they are.
 *
 * @param name how the user wrote it: what messages and Javadoc call it
 * @param content the bytes
 * @param file where it lies, when it is a file
 * @param root the folder below which its relative references may reach; empty when references are not allowed
 */
// Read once and never compared; a defensive copy would double the memory of a large document.
@SuppressWarnings("ArrayRecordComponent")
public record SpecSource(String name, byte[] content, Optional<Path> file, Optional<Path> root) {

    public SpecPath at() {
        return SpecPath.of(name);
    }
}
