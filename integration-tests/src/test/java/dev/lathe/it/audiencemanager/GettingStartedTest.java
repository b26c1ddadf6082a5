package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.DataSource;
import dev.lathe.audiencemanager.Permission;
import dev.lathe.audiencemanager.Segment;
import dev.lathe.it.audiencemanager.CannedServer.Answer;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that Adobe's "Getting Started with REST APIs" shows, and the addresses that it lists. */
class GettingStartedTest {

    private final List<Request> sent = new ArrayList<>();

    private AudienceManager connect(URI base) {
        return AudienceManager.connect(ClientConfig.builder(base)
                .credentials(Credentials.bearer("your-access-token"))
                .transport(request -> {
                    sent.add(request);
                    return Response.of(200, Headers.empty(), "[]".getBytes(StandardCharsets.UTF_8));
                })
                .build());
    }

    private Request sent(Consumer<AudienceManager> call) {
        call.accept(connect(AudienceManager.PRODUCTION));
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    @Test
    void theTestCallListsDataSourcesWithAnyToken() {
        assertThat(connect(AudienceManager.LEGACY_PRODUCTION).dataSources().list())
                .isEmpty();

        Request request = sent.get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri().toString()).startsWith("https://api.demdex.com/v1/datasources/");
        assertThat(request.headers().first("Accept")).hasValue("application/json");
        assertThat(request.headers().first("Authorization")).hasValue("Bearer your-access-token");
    }

    @Test
    void aSearchIsAQueryParameter() {
        assertThat(sent(aam -> aam.models().list(q -> q.search("Test")).first()).uri())
                .hasToString("https://aam.adobe.io/v1/models/?search=Test&page=0");
    }

    @Test
    void aPageHasANumberAndASize() {
        assertThat(sent(aam -> aam.models()
                                .list(q -> q.search("Test").pageSize(2))
                                .from(1)
                                .first())
                        .uri())
                .hasToString("https://aam.adobe.io/v1/models/?search=Test&pageSize=2&page=1");
    }

    @Test
    void permissionsAreSeparatePairs() {
        assertThat(sent(aam -> aam.segments()
                                .list(q -> q.permissions(List.of(Permission.READ, Permission.WRITE))
                                        .includePermissions(true))
                                .first())
                        .uri()
                        .getQuery())
                .contains("permissions=READ&permissions=WRITE")
                .contains("includePermissions=true");
    }

    static List<URI> hosts() {
        return List.of(
                AudienceManager.PRODUCTION,
                AudienceManager.BETA,
                AudienceManager.LEGACY_PRODUCTION,
                AudienceManager.LEGACY_BETA);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void eachListedAddressIsCalledAtEachHost(URI host) {
        AudienceManager aam = connect(host);

        aam.models().list().first();
        aam.dataSources().list().first();
        aam.derivedSignals().list().first();
        aam.destinations().list().first();
        aam.partnerSites().list().first();
        aam.traitFolders().list();
        aam.segmentFolders().list();
        aam.schemas().list();
        aam.segments().list().first();
        aam.traits().list().first();
        aam.traitTypes().list();
        aam.taxonomies().list();

        assertThat(sent)
                .extracting(request ->
                        request.uri().toString().replaceAll("\\?.*", "").replaceAll("/$", ""))
                .containsExactly(
                        host + "/models",
                        host + "/datasources",
                        host + "/signals/derived",
                        host + "/destinations",
                        host + "/partner-sites",
                        host + "/folders/traits",
                        host + "/folders/segments",
                        host + "/schemas",
                        host + "/segments",
                        host + "/traits",
                        host + "/customer-trait-types",
                        host + "/taxonomies/0");
    }

    @Test
    void eachDocumentedSuccessIsOne() {
        try (CannedServer server = new CannedServer(query -> new Answer(201, "application/json", "{\"sid\":7}"))) {
            assertThat(server.client().segments().create(new Segment()).getSid())
                    .isEqualTo(7L);
            assertThat(server.client().segments().update(7, new Segment()).getSid())
                    .isEqualTo(7L);
        }
        try (CannedServer server = new CannedServer(query -> new Answer(204, "", ""))) {
            server.client().segments().delete(7);
        }
        try (CannedServer server = new CannedServer(query -> Answer.json("{\"dataSourceId\":29769}"))) {
            assertThat(server.client().dataSources().get(29_769))
                    .isEqualTo(DataSource.TYPE.parse("{\"dataSourceId\":29769}"));
        }
    }
}
