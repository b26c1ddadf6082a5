package dev.lathe.runtime.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM file (RFC 7468). No message holds anything of their content.
 *
 * @param name stands for the file at the beginning of messages
 */
record PemFile(String name, List<Block> blocks) {

    /** A key of 16,384 bits takes 13 KB. */
    private static final long LONGEST_FILE = 64 << 10;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** What stands between two lines of hyphens, as it is. */
    record Block(String kind, String content) {
        @Override
        public String toString() {
            return kind;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when there is none, or it cannot be read
     */
    static PemFile read(Path file) {
        String name = "The key file " + file;
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(name + (Files.exists(file) ? " is no file." : " does not exist."));
        }
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException(name + " is too large for a key.");
            }
            return of(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " cannot be read.", e);
        }
    }

    private static PemFile of(String name, String text) {
        return new PemFile(
                name,
                BLOCK.matcher(text)
                        .results()
                        .map(found -> new Block(found.group(1), found.group(2)))
                        .toList());
    }

    /** The bytes of a block. */
    byte[] decoded(Block block) {
        try {
            return Base64.getMimeDecoder().decode(block.content());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is damaged: its content is not Base64.", e);
        }
    }
}
