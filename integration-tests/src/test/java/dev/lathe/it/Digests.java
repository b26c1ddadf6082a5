package dev.lathe.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes a checksum of all sources that come of each document, in whatever virtual machine this is. */
final class Digests {

    private Digests() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        List<Document> documents = arguments[0].equals("own") ? Corpus.own() : Corpus.sound();
        List<String> rows = new ArrayList<>();
        for (Document document : documents) {
            InMemory.Outcome outcome =
                    InMemory.of(document).option("-proc:only").run();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            outcome.sources().forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            rows.add(document.name() + " " + outcome.sources().size() + " " + outcome.success() + " "
                    + HexFormat.of().formatHex(digest.digest()));
        }
        Files.write(Path.of(arguments[1]), rows);
    }
}
