package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.it.audiencemanager.CannedServer.Answer;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of any length: each row once, whatever the page size, without holding them all. */
class PagingTest {

    private static final int MOST = 100_000;
    private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");
    private static final Pattern SIZE = Pattern.compile("(?:^|&)pageSize=(\\d+)");

    /** Answers as the service does: an object with the total when page information is given, else all rows. */
    private static Answer traits(String query, int total) {
        Matcher page = PAGE.matcher(query);
        Matcher size = SIZE.matcher(query);
        boolean paged = page.find();
        boolean sized = size.find();
        int number = paged ? Integer.parseInt(page.group(1)) : 0;
        int rows = sized ? Integer.parseInt(size.group(1)) : paged ? 10 : total;
        int from = Math.min(total, number * rows);
        int to = Math.min(total, from + rows);
        StringBuilder list = new StringBuilder("[");
        for (int sid = from; sid < to; sid++) {
            list.append(sid == from ? "" : ",").append("{\"sid\":").append(sid);
            list.append(",\"name\":\"Trait number ").append(sid).append("\",\"status\":\"ACTIVE\"}");
        }
        list.append(']');
        return Answer.json(
                paged || sized
                        ? "{\"total\":" + total + ",\"page\":" + number + ",\"pageSize\":" + rows + ",\"list\":" + list
                                + "}"
                        : list.toString());
    }

    /** How many rows came; fails on the second one of a kind. */
    private static int readAll(AudienceManager aam, int pageSize) {
        BitSet seen = new BitSet();
        for (Trait trait : aam.traits().list(q -> q.pageSize(pageSize == 0 ? null : pageSize))) {
            int sid = Math.toIntExact(trait.getSid());
            if (seen.get(sid)) {
                throw new AssertionError("Row " + sid + " came twice.");
            }
            seen.set(sid);
        }
        return seen.cardinality();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 0", "9, 0", "10, 0", "11, 0", "1000, 0", "100000, 0",
        "0, 7", "1, 7", "9, 7", "10, 7", "11, 7", "1000, 7", "100000, 1000",
        "10, 10", "11, 11", "1000, 1000",
    })
    void eachRowComesOnce(int total, int pageSize) {
        try (CannedServer server = new CannedServer(query -> traits(query, total))) {
            assertThat(readAll(server.client(), pageSize)).isEqualTo(total);
        }
    }

    @Test
    void pagesAreFetchedWhenTheyAreNeededAndTellTheTotal() {
        AtomicInteger requests = new AtomicInteger();
        try (CannedServer server = new CannedServer(query -> {
            requests.incrementAndGet();
            return traits(query, 1_000);
        })) {
            Iterator<Page<Trait>> pages =
                    server.client().traits().list(q -> q.pageSize(100)).pages().iterator();
            assertThat(requests).hasValue(0);

            assertThat(pages.next().total()).hasValue(1_000);

            assertThat(requests).hasValue(1);
            assertThat(server.client().traits().list(q -> q.pageSize(100)).from(9))
                    .hasSize(100)
                    .first()
                    .satisfies(trait -> assertThat(trait.getSid()).isEqualTo(900));
        }
    }

    /** From request to request there are so many rows more, or fewer. */
    @ParameterizedTest
    @CsvSource({"1000, -7", "1000, -100", "1000, -1000", "10, 3", "100, 9", "7, -1", "0, 1"})
    void rowsThatComeAndGoEndTheListInTimeAndNoneComesTwice(int total, int change) {
        AtomicInteger requests = new AtomicInteger();
        try (CannedServer server =
                new CannedServer(query -> traits(query, Math.max(0, total + change * requests.getAndIncrement())))) {
            int rows = readAll(server.client(), 10);

            assertThat(rows).isBetween(0, 1_000);
            assertThat(requests).hasValueLessThanOrEqualTo(110);
        }
    }

    @Test
    void aListIsResumedWhereAPageLed() {
        try (CannedServer server = new CannedServer(query -> traits(query, 95))) {
            Pages<Trait> list = server.client().traits().list(q -> q.pageSize(10));
            Iterator<Page<Trait>> pages = list.pages().iterator();
            pages.next();
            String next = pages.next().next().orElseThrow();

            assertThat(list.resume(next))
                    .hasSize(75)
                    .first()
                    .satisfies(trait -> assertThat(trait.getSid()).isEqualTo(20));
            assertThat(list.from(2)).hasSize(75);
            assertThat(list.from(9)).hasSize(5);
            assertThat(list.from(10)).isEmpty();
        }
    }

    /** The whole list of 100,000 holds some 60 MB: it would not fit beside the rest. */
    @Test
    void aHundredThousandRowsPassThroughAHeapOf64Megabytes() throws Exception {
        try (CannedServer server = new CannedServer(query -> traits(query, MOST))) {
            for (String pageSize : new String[] {"0", "1000"}) {
                Process reader = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reader.class.getName(),
                                server.uri().toString(),
                                pageSize)
                        .redirectErrorStream(true)
                        .start();
                String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(said.strip()).isEqualTo("100000 rows");
            }
        }
    }

    /** The program in the small heap. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] args) {
            AudienceManager aam = AudienceManager.connect(URI.create(args[0]), Credentials.bearer("any"));
            System.out.println(readAll(aam, Integer.parseInt(args[1])) + " rows");
        }
    }
}
