package dev.lathe.sandbox.dataverse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The content of file columns, in temporary files. Safe for many threads; one upload is written by one at a time. */
final class FileStore implements AutoCloseable {

    private final Map<UUID, Stored> files = new ConcurrentHashMap<>();

    /** A file as far as it has come. */
    record Stored(UUID id, String name, String mediaType, Path path) {

        long size() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void append(byte[] bytes) {
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] read(long from, long length) {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - from))];
            try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
                in.seek(from);
                in.readFully(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes;
        }
    }

    Stored create(String name, String mediaType) {
        try {
            Stored file = new Stored(UUID.randomUUID(), name, mediaType, Files.createTempFile("sandbox", ".file"));
            file.path().toFile().deleteOnExit();
            files.put(file.id(), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Stored find(UUID id) {
        return files.get(id);
    }

    void delete(UUID id) {
        Stored file = files.remove(id);
        if (file != null) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        files.keySet().forEach(this::delete);
    }
}
