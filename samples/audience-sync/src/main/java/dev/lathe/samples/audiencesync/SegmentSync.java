package dev.lathe.samples.audiencesync;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.DataSource;
import dev.lathe.audiencemanager.Segment;
import dev.lathe.audiencemanager.Status;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.dataverse.LatheAudiencesegments;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.paging.Page;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a sync: every segment of Audience Manager becomes a row of {@code lathe_audiencesegment}. A row keeps a
 * checksum of what it was made from, so that a pass over unchanged segments writes nothing.
 */
final class SegmentSync {

    /** A trait in a segment rule: {@code 123T}. */
    private static final Pattern TRAIT = Pattern.compile("\\b(\\d+)T\\b");

    /** Longest text that the columns of the sample's table take. */
    private static final int LONGEST = 4_000;

    private final AudienceManager audienceManager;
    private final Dataverse dataverse;
    private final PrintWriter out;
    private final boolean terminal;
    private final int pageSize;

    SegmentSync(Services services, PrintWriter out, boolean terminal, int pageSize) {
        this.audienceManager = services.audienceManager();
        this.dataverse = services.dataverse();
        this.out = out;
        this.terminal = terminal;
        this.pageSize = pageSize;
    }

    Summary run(String accountName) {
        EntityReference<Account> account = account(accountName);
        Map<Long, String> dataSources = audienceManager.dataSources().list(q -> q.pageSize(pageSize)).stream()
                .collect(Collectors.toMap(SegmentSync::id, d -> Objects.toString(d.getName(), "")));
        Map<Long, String> traits = audienceManager.traits().list(q -> q.pageSize(pageSize)).stream()
                .collect(Collectors.toMap(SegmentSync::id, t -> Objects.toString(t.getName(), "")));
        Map<UUID, String> checksums = checksums();
        out.printf(
                "  %,d data sources, %,d traits, %,d rows already there%n",
                dataSources.size(), traits.size(), checksums.size());

        Progress progress = new Progress(out, terminal);
        Summary summary = Summary.NOTHING;
        for (Page<Segment> page : audienceManager
                .segments()
                .list(q -> q.pageSize(pageSize).includeMetrics(true))
                .pages()) {
            for (Segment segment : page.items()) {
                summary = summary.plus(write(row(segment, dataSources, traits), account, checksums));
                progress.step(page.total());
            }
        }
        progress.end();
        return summary;
    }

    private static Long id(DataSource source) {
        return Objects.requireNonNull(source.getDataSourceId(), "a data source without an id");
    }

    private static Long id(Trait trait) {
        return Objects.requireNonNull(trait.getSid(), "a trait without an id");
    }

    /** The account that all rows look up to, made on the first run. */
    private EntityReference<Account> account(String name) {
        return dataverse
                .accounts()
                .filter(Accounts.NAME.eq(name))
                .select(Accounts.NAME)
                .first()
                .map(Account::getAccountid)
                .map(Accounts::ref)
                .orElseGet(() -> Accounts.ref(dataverse.accounts().create(new Account().setName(name))));
    }

    private Map<UUID, String> checksums() {
        Map<UUID, String> checksums = new HashMap<>();
        for (LatheAudiencesegment row : dataverse
                .latheAudiencesegments()
                .select(LatheAudiencesegments.LATHE_CHECKSUM)
                .pageSize(pageSize)) {
            UUID id = row.getLatheAudiencesegmentid();
            if (id != null) {
                checksums.put(id, Objects.toString(row.getLatheChecksum(), ""));
            }
        }
        return checksums;
    }

    private Summary.Outcome write(
            LatheAudiencesegment row, EntityReference<Account> account, Map<UUID, String> checksums) {
        UUID id = Objects.requireNonNull(row.getLatheAudiencesegmentid());
        String known = checksums.get(id);
        if (Objects.equals(known, row.getLatheChecksum())) {
            return Summary.Outcome.UNCHANGED;
        }
        row.setLatheLastsyncedon(OffsetDateTime.now(ZoneOffset.UTC).withNano(0));
        LatheAudiencesegments.LATHE_ACCOUNT_ID.bind(row, account);
        try {
            dataverse.latheAudiencesegments().upsert(row);
        } catch (ApiException e) {
            out.printf("%n  segment %s: %s%n", row.getLatheExternalid(), e.getMessage());
            return Summary.Outcome.FAILED;
        }
        return known == null ? Summary.Outcome.CREATED : Summary.Outcome.UPDATED;
    }

    private static LatheAudiencesegment row(Segment segment, Map<Long, String> dataSources, Map<Long, String> traits) {
        String rule = Objects.toString(segment.getSegmentRule(), "");
        List<String> names = TRAIT.matcher(rule)
                .results()
                .map(match -> traits.getOrDefault(Long.valueOf(match.group(1)), match.group()))
                .distinct()
                .toList();
        LatheAudiencesegment row = new LatheAudiencesegment()
                .setLatheExternalid(String.valueOf(segment.getSid()))
                .setLatheName(segment.getName())
                .setLatheSegmentrule(cut(rule))
                .setLatheStatus(Status.ACTIVE.equals(segment.getStatus()) ? 1 : 0)
                .setLatheTraitcount(names.size())
                .setLatheTraitnames(cut(String.join(", ", names)))
                .setLatheDatasourcename(
                        segment.getDataSourceId() == null ? null : dataSources.get(segment.getDataSourceId()))
                .setLathePopulation(segment.getTotalUniques30Day());
        String content = row.toString();
        // The same segment always meets the same row: its id is made from the segment's.
        return row.setLatheChecksum(uuid(content).toString())
                .setLatheAudiencesegmentid(uuid("segment:" + segment.getSid()));
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String cut(String text) {
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
