package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    @Test
    void isTheStreamThatItWasMadeFrom() throws IOException {
        byte[] content = "abc".getBytes(StandardCharsets.UTF_8);

        assertThat(Upload.of("a.txt", content)).hasBinaryContent(content);
        assertThat(Upload.of("a.txt", new ByteArrayInputStream(content)).read()).isEqualTo('a');
    }

    @Test
    void closesAStreamThatWasNotSent() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Upload upload = Upload.of("a.txt", new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        upload.close();

        assertThat(closed).isTrue();
    }

    @Test
    void aFileThatIsGoneAfterItWasSentCanBeClosed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");
        Upload upload = Upload.of(file);

        Files.delete(file);

        assertThatCode(upload::close).doesNotThrowAnyException();
    }
}
