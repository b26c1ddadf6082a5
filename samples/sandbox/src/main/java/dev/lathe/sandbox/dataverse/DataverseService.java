package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import dev.lathe.sandbox.oauth.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Web API at {@code /api/data/vX.Y/}. */
public final class DataverseService implements Service, AutoCloseable {

    /** The user that every token stands for. */
    public static final UUID USER_ID = UUID.fromString("6a1d7c1e-3b55-4e0a-9a51-0d6f2b8c4e01");

    /** The business unit of that user. */
    public static final UUID BUSINESS_UNIT_ID = UUID.fromString("0f3e9a52-7a0d-4c9b-8c7e-52b1a4d9e602");

    /** The organization. */
    public static final UUID ORGANIZATION_ID = UUID.fromString("c4b0e2d8-91f6-4b7d-a3c5-7e88f0a1d503");

    /** The directory that the sandbox belongs to, as the 401 names it. */
    public static final String TENANT = "sandbox.example";

    private final Tokens tokens;
    private final @Nullable ServiceLimits limits;
    private final CsdlDocument document;
    private final ODataUris uris;
    private final AlternateKeys alternateKeys;
    private final Targets targets;
    private final Reading reading;
    private final Writing writing;
    private final Operations operations;
    private final FileStore files = new FileStore();
    private final FileColumns fileColumns;
    private final Batches batches;
    private final BackgroundOperations background = new BackgroundOperations();
    private final ServiceDocument serviceDocument;
    private final DataverseData data;

    private DataverseService(CsdlDocument document, Tokens tokens, Clock clock, @Nullable Limits limits) {
        Schema schema = Schema.of(document);
        Store store = new Store(schema);
        Lookups lookups = new Lookups(schema, store);
        Labels labels = new Labels();
        this.alternateKeys = new AlternateKeys(schema, store);
        Changes changes =
                new Changes(schema, store, new SystemColumns(clock, USER_ID, BUSINESS_UNIT_ID), alternateKeys);
        DuplicateRules duplicates = new DuplicateRules(store);
        this.document = document;
        this.tokens = tokens;
        this.limits = limits == null ? null : new ServiceLimits(limits, clock);
        this.uris = new ODataUris(schema);
        this.targets = new Targets(store);
        this.reading = new Reading(schema, store, lookups, labels, uris, new QueryFunctions(schema, store, clock));
        References references = new References(uris, targets, alternateKeys);
        this.writing = new Writing(schema, store, changes, references, reading, uris, alternateKeys, duplicates);
        this.operations = new Operations(new Parameters(schema), USER_ID, BUSINESS_UNIT_ID, ORGANIZATION_ID);
        BulkOperations bulk = new BulkOperations(schema, store, changes, references, alternateKeys);
        bulk.addTo(operations);
        this.fileColumns = new FileColumns(store, files);
        new FileOperations(schema, store, files, fileColumns).addTo(operations);
        this.batches = new Batches(store, this::serve);
        this.serviceDocument = new ServiceDocument(schema);
        this.data = new DataverseData(
                schema,
                store,
                changes,
                labels,
                new DataverseData.Customizing(alternateKeys, duplicates, operations, bulk, fileColumns));
        data.insertOrganization();
    }

    /**
     * Serves a document from a file.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is no OData V4 document, or has no entity container
     */
    public static DataverseService of(Path csdl, Tokens tokens, Clock clock, @Nullable Limits limits)
            throws IOException {
        return new DataverseService(CsdlDocument.read(csdl), tokens, clock, limits);
    }

    /** Serves a document. {@code name} is what messages call it; without limits nobody is refused. */
    public static DataverseService of(byte[] csdl, String name, Tokens tokens, Clock clock, @Nullable Limits limits) {
        return new DataverseService(CsdlDocument.of(csdl, name), tokens, clock, limits);
    }

    /** The rows, for tests that put some in or look at them without HTTP. */
    public DataverseData data() {
        return data;
    }

    /** Removes what was kept in temporary files. */
    @Override
    public void close() {
        files.close();
    }

    @Override
    public Optional<Answer> answer(Call call) {
        if (BackgroundOperations.isMonitor(call.path())) {
            return Optional.of(Answers.finish(authorized(call).orElseGet(() -> monitor(call))));
        }
        if (!DataverseCall.matches(call.path())) {
            return Optional.empty();
        }
        return Optional.of(Answers.finish(authorized(call).orElseGet(() -> limited(call))));
    }

    /** The 401, when there is reason for one; its header is how a client finds the authority. */
    private Optional<Answer> authorized(Call call) {
        Tokens.State state = call.bearerToken().map(tokens::stateOf).orElse(Tokens.State.UNKNOWN);
        if (state == Tokens.State.VALID) {
            return Optional.empty();
        }
        String message = call.bearerToken().isEmpty()
                ? "The request has no bearer token."
                : state == Tokens.State.EXPIRED ? "The access token has expired." : "The access token is not valid.";
        String challenge = "Bearer authorization_uri=" + call.origin() + "/" + TENANT
                + "/oauth2/authorize, resource_id=" + call.origin() + "/";
        return Optional.of(Answers.error(401, "", message).with("WWW-Authenticate", challenge));
    }

    private Answer monitor(Call call) {
        try {
            return background.monitor(call);
        } catch (DataverseError e) {
            return Answers.error(e);
        }
    }

    private Answer limited(Call call) {
        return limits == null ? serve(call) : limits.within(call, () -> serve(call));
    }

    private Answer serve(Call call) {
        try {
            return dispatch(DataverseCall.of(call, uris, alternateKeys));
        } catch (DataverseError e) {
            return Answers.error(e);
        }
    }

    private Answer dispatch(DataverseCall call) {
        return switch (call.uri().getKind()) {
            case service -> serviceDocument.answer(call);
            case metadata -> Answer.of(200, "application/xml", document.bytes());
            case resource -> resource(call);
            case batch -> batches.answer(call);
            default -> throw DataverseError.notImplemented("'" + call.path() + "' is not implemented in the sandbox.");
        };
    }

    private Answer inBackground(DataverseCall call, Target.Operation operation) {
        try {
            return operations.answer(call, operation);
        } catch (DataverseError e) {
            return Answers.error(e);
        }
    }

    private Answer resource(DataverseCall call) {
        if (call.alternate().isPresent() && !call.call().method().equals("PATCH")) {
            AlternateKeys.Match match = call.alternate().get();
            if (alternateKeys.find(match).isEmpty()) {
                throw AlternateKeys.noRow(match);
            }
        }
        Target target = targets.resolve(call.uri());
        if (target instanceof Target.Operation operation) {
            return call.preferences().respondsAsync()
                    ? background.accepted(call.call(), inBackground(call, operation))
                    : operations.answer(call, operation);
        }
        if (target instanceof Target.Column column
                && FileColumns.isFile(column.owner().type(), column.property())
                && (target.suffix() == Target.Suffix.VALUE
                        || !call.call().method().equals("GET"))) {
            return fileColumns.answer(call, column);
        }
        return switch (call.call().method()) {
            case "GET" -> reading.answer(call, target);
            case "POST", "PATCH", "PUT", "DELETE" -> writing.answer(call, target);
            default ->
                throw DataverseError.methodNotAllowed(
                        "The HTTP method " + call.call().method() + " is not supported.");
        };
    }
}
