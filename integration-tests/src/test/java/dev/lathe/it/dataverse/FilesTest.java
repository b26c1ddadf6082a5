package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.CommitFileBlocksUploadResponse;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.dataverse.InitializeFileBlocksDownloadResponse;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.dataverse.LatheAudiencesegments;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.dataverse.FileColumn;
import dev.lathe.runtime.dataverse.FileContent;
import dev.lathe.runtime.dataverse.ImageColumn;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.http.Body;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files and images: content that travels by requests of its own. */
class FilesTest extends PublishedDocumentCalls {

    private static final int BLOCK = 4 << 20;

    private static UUID segment() {
        return crm.latheAudiencesegments().create(new LatheAudiencesegment().setLatheName("s"));
    }

    private static FileColumn report(UUID id) {
        return FileColumn.of(crm.latheAudiencesegments(), id, LatheAudiencesegments.LATHE_REPORT);
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }

    private static List<RecordedRequest> since(int before) {
        List<RecordedRequest> all = sandbox.requests().all();
        return all.subList(before, all.size());
    }

    private static int requests() {
        return sandbox.requests().all().size();
    }

    private static byte[] whole(FileColumn file) throws IOException {
        try (FileContent content = file.download().orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }

    // ---- files

    @Test
    void aShortFileGoesUpInOneRequest() throws IOException {
        UUID id = segment();
        int before = requests();

        report(id).upload("a.txt", Body.of("hello".getBytes(StandardCharsets.UTF_8)));

        assertThat(since(before)).singleElement().satisfies(request -> {
            assertThat(line()).isEqualTo("PATCH lathe_audiencesegments(" + id + ")/lathe_report");
            assertThat(request.header("Content-Type")).contains("application/octet-stream");
            assertThat(request.header("x-ms-file-name")).contains("a.txt");
            assertThat(request.bodyText()).isEqualTo("hello");
            assertThat(request.status()).isEqualTo(204);
        });
        try (FileContent file = report(id).download().orElseThrow()) {
            assertThat(file.name()).isEqualTo("a.txt");
            assertThat(file.mediaType()).isEqualTo("text/plain");
            assertThat(file.size()).hasValue(5);
            assertThat(file.stream()).hasContent("hello");
        }
        LatheAudiencesegment row = crm.latheAudiencesegments().get(id);
        assertThat(row.getLatheReportName()).isEqualTo("a.txt");
    }

    @Test
    void aLongFileGoesUpAndComesDownInBlocks() throws IOException {
        UUID id = segment();
        byte[] content = content(2 * BLOCK + 5);
        int before = requests();

        report(id).upload("long.bin", Body.of(content));

        assertThat(since(before))
                .hasSize(4)
                .allSatisfy(r -> assertThat(r.method()).isEqualTo("PATCH"));
        assertThat(since(before).get(0)).satisfies(start -> {
            assertThat(start.target()).endsWith("/lathe_report?x-ms-file-name=long.bin");
            assertThat(start.header("x-ms-transfer-mode")).contains("chunked");
            assertThat(start.body()).isEmpty();
            assertThat(start.status()).isEqualTo(200);
        });
        List<RecordedRequest> blocks = since(before).subList(1, 4);
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.target()).contains("sessiontoken=");
            assertThat(block.header("x-ms-file-name")).contains("long.bin");
            assertThat(block.header("Content-Type")).contains("application/octet-stream");
        });
        assertThat(blocks)
                .extracting(block -> block.header("Content-Range").orElseThrow())
                .containsExactly(
                        "bytes 0-4194303/8388613", "bytes 4194304-8388607/8388613", "bytes 8388608-8388612/8388613");
        assertThat(blocks).extracting(RecordedRequest::status).containsExactly(206, 206, 204);

        int down = requests();
        assertThat(whole(report(id))).isEqualTo(content);
        assertThat(since(down))
                .extracting(request -> request.header("Range").orElseThrow())
                .containsExactly("bytes=0-4194303", "bytes=4194304-8388607", "bytes=8388608-12582911");
        assertThat(since(down)).allSatisfy(request -> {
            assertThat(request.target()).endsWith("/lathe_report/$value");
            assertThat(request.status()).isEqualTo(206);
        });
        assertThat(report(id).read(BLOCK - 1, 3)).isEqualTo(Arrays.copyOfRange(content, BLOCK - 1, BLOCK + 2));
        assertThat(report(id).read(content.length - 2L, 10)).hasSize(2);
    }

    @Test
    void aNameBeyondAsciiStandsInTheAddressAlone() throws IOException {
        UUID id = segment();
        report(id).upload("Bericht Über.txt", Body.of(new byte[] {1}));
        assertThat(sent().target()).endsWith("?x-ms-file-name=Bericht%20%C3%9Cber.txt");
        assertThat(sent().header("x-ms-file-name")).isEmpty();

        report(id).upload("Über.bin", Body.of(content(BLOCK + 1)));
        assertThat(sent().header("x-ms-file-name")).isEmpty();
        assertThat(crm.latheAudiencesegments().get(id).getLatheReportName()).isEqualTo("Über.bin");
    }

    @Test
    void aFileIsReplacedAndTakenAway() throws IOException {
        UUID id = segment();
        assertThat(report(id).download()).isEmpty();
        assertThat(report(id).id()).isEmpty();
        report(id).upload("one.txt", Body.of(new byte[] {1}));
        UUID first = report(id).id().orElseThrow();
        report(id).upload("two.txt", Body.of(new byte[] {2}));
        assertThat(report(id).id()).isNotEmpty().isNotEqualTo(Optional.of(first));
        assertThat(whole(report(id))).containsExactly(2);

        report(id).delete();

        assertThat(line()).isEqualTo("DELETE lathe_audiencesegments(" + id + ")/lathe_report");
        assertThat(report(id).download()).isEmpty();
        assertThat(crm.latheAudiencesegments().get(id).getLatheReportName()).isNull();
    }

    @Test
    void anEnvironmentWithoutBlocksTakesAndGivesTheFileInOnePiece() throws IOException {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().csdl(DOCUMENT))) {
            other.dataverse().filesWithoutBlocks();
            Dataverse client = Dataverse.connect(ClientConfig.builder(other.dataverseApiUri())
                    .credentials(Credentials.bearer(other.dataverseTokens().issue()))
                    .build());
            UUID id = client.latheAudiencesegments().create(new LatheAudiencesegment().setLatheName("s"));
            FileColumn file = FileColumn.of(client.latheAudiencesegments(), id, LatheAudiencesegments.LATHE_REPORT);
            byte[] content = content(BLOCK + 1);

            assertThatThrownBy(() -> file.upload("x", Body.of(content))).isInstanceOf(BadRequestException.class);
            file.uploadAtOnce("x", Body.of(content));

            assertThat(whole(file)).isEqualTo(content);
        }
    }

    @Test
    void whatCannotGoUpIsRefusedBeforeItIsSent() {
        UUID id = segment();
        int before = requests();
        byte[] long1 = content(BLOCK + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(id).upload("x", Body.of(InputStream.nullInputStream())))
                .withMessageContaining("length of 'x'");
        assertThatIllegalArgumentException().isThrownBy(() -> report(id).upload(" ", Body.of(new byte[1])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(id).uploadAtOnce("x", Body.of(InputStream::nullInputStream, 128L << 20)))
                .withMessageContaining("128 MB");
        assertThatIllegalArgumentException().isThrownBy(() -> report(id).read(-1, 5));
        assertThat(requests()).isEqualTo(before);

        for (long wrong : new long[] {long1.length + 1L, long1.length - 1L}) {
            long length = wrong > long1.length ? wrong : BLOCK + 1L;
            byte[] real = wrong > long1.length ? long1 : content(BLOCK + 2);
            assertThatThrownBy(() -> report(id).upload("x", Body.of(() -> new ByteArrayInputStream(real), length)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("'x'")
                    .hasMessageContaining(wrong > long1.length ? "shorter" : "longer");
        }
        assertThat(report(id).download()).as("nothing was put in").isEmpty();
    }

    @Test
    void filesTravelByMessagesToo() {
        UUID id = segment();
        LatheAudiencesegment target = new LatheAudiencesegment().setLatheAudiencesegmentid(id);
        byte[] content = content(BLOCK + 10);

        String token =
                crm.initializeFileBlocksUpload(target, "m.bin", "lathe_report").getFileContinuationToken();
        assertThat(sent().bodyText())
                .isEqualTo("{\"Target\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.lathe_audiencesegment\","
                        + "\"lathe_audiencesegmentid\":\"" + id + "\"},"
                        + "\"FileName\":\"m.bin\",\"FileAttributeName\":\"lathe_report\"}");
        List<String> blocks = new ArrayList<>();
        for (int from = 0; from < content.length; from += BLOCK) {
            String block = Base64.getEncoder()
                    .encodeToString("block%05d".formatted(blocks.size()).getBytes(StandardCharsets.UTF_8));
            crm.uploadBlock(block, Arrays.copyOfRange(content, from, Math.min(content.length, from + BLOCK)), token);
            blocks.add(block);
        }
        CommitFileBlocksUploadResponse done =
                crm.commitFileBlocksUpload("m.bin", "application/octet-stream", blocks, token);

        assertThat(done.getFileSizeInBytes()).isEqualTo(content.length);
        assertThat(report(id).id()).contains(done.getFileId());
        InitializeFileBlocksDownloadResponse download = crm.initializeFileBlocksDownload(target, "lathe_report");
        assertThat(download.getFileName()).isEqualTo("m.bin");
        assertThat(download.getFileSizeInBytes()).isEqualTo(content.length);
        assertThat(crm.downloadBlock(BLOCK, 100, download.getFileContinuationToken())
                        .getData())
                .isEqualTo(Arrays.copyOfRange(content, BLOCK, content.length));
        crm.deleteFile(done.getFileId());
        assertThat(report(id).id()).isEmpty();
    }

    /** 200 MB up and down, made and checked as streams, in a JVM that could not hold them. */
    @Test
    void aFileThatDoesNotFitIntoMemoryGoesUpAndDown() throws Exception {
        long length = 200L << 20;
        try (Sandbox other =
                Sandbox.start(SandboxOptions.defaults().csdl(DOCUMENT).keptRequests(2))) {
            UUID id = other.dataverse().insert("lathe_audiencesegments", Map.of("lathe_name", "big"));
            Process transfer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Transfer.class.getName(),
                            other.dataverseApiUri().toString(),
                            other.dataverseTokens().issue(),
                            id.toString(),
                            String.valueOf(length))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(transfer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(transfer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.strip()).isEqualTo(length + " bytes came back as they went up");
        }
    }

    /** The program in the small heap. */
    static final class Transfer {

        private Transfer() {}

        public static void main(String[] args) throws IOException {
            Dataverse crm = Dataverse.connect(URI.create(args[0]), Credentials.bearer(args[1]));
            FileColumn file = FileColumn.of(
                    crm.latheAudiencesegments(), UUID.fromString(args[2]), LatheAudiencesegments.LATHE_REPORT);
            long length = Long.parseLong(args[3]);
            CheckedInputStream up = new CheckedInputStream(new Noise(length), new CRC32());
            file.upload("big.bin", Body.of(() -> up, length));
            try (FileContent content = file.download().orElseThrow();
                    CheckedInputStream down = new CheckedInputStream(content.stream(), new CRC32())) {
                long read = 0;
                byte[] buffer = new byte[64 << 10];
                for (int count = down.read(buffer); count >= 0; count = down.read(buffer)) {
                    read += count;
                }
                boolean same = up.getChecksum().getValue() == down.getChecksum().getValue();
                System.out.println(read + " bytes came back " + (same ? "as they went up" : "changed"));
            }
        }
    }

    /** Bytes without end, cut off. */
    private static final class Noise extends InputStream {

        private long left;
        private long state = 88172645463325252L;

        Noise(long length) {
            left = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                into[offset + i] = (byte) state;
            }
            left -= count;
            return count;
        }
    }

    // ---- images

    private static byte[] png(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, i * 7919);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void anImageIsSetInPlainBase64AndReadInEitherSize() throws IOException {
        byte[] image = png(300);
        UUID id = crm.accounts().create(new Account().setName("x").setEntityimage(image));
        assertThat(sent().bodyText())
                .contains("\"entityimage\":\"" + Base64.getEncoder().encodeToString(image) + "\"");
        ImageColumn column = ImageColumn.of(crm.accounts(), id, Accounts.ENTITYIMAGE);

        byte[] thumbnail = crm.accounts().get(id).getEntityimage();
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail)).getWidth()).isEqualTo(144);
        try (FileContent full = column.fullSize().orElseThrow()) {
            assertThat(line()).isEqualTo("GET accounts(" + id + ")/entityimage/$value?size=full");
            assertThat(full.stream().readAllBytes()).isEqualTo(image);
        }
        try (FileContent small = column.thumbnail().orElseThrow()) {
            assertThat(line()).isEqualTo("GET accounts(" + id + ")/entityimage/$value");
            assertThat(small.stream().readAllBytes()).isEqualTo(thumbnail);
        }

        crm.accounts().update(new Account().setAccountid(id).setEntityimage(png(20)));
        assertThat(crm.accounts().get(id).getEntityimage()).isEqualTo(png(20));
        crm.accounts().setValue(id, Accounts.ENTITYIMAGE, png(30));
        assertThat(sent().bodyText())
                .isEqualTo("{\"value\":\"" + Base64.getEncoder().encodeToString(png(30)) + "\"}");
        crm.accounts().update(new Account().setAccountid(id).setEntityimage(null));
        assertThat(column.fullSize()).isEmpty();
        assertThat(column.thumbnail()).isEmpty();
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatThrownBy(() -> crm.accounts().create(new Account().setEntityimage(new byte[] {1, 2, 3})))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("0x80072553");
    }
}
