package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Service;
import dev.lathe.sandbox.oauth.Tokens;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Audience Manager's API at {@code /vN/}. */
public final class AudienceManagerService implements Service {

    private static final Pattern API = Pattern.compile("/v\\d+(/.*)?");

    private final Tokens tokens;
    private final Router router = new Router();
    private final AudienceManagerData data;

    /** @param segments how many segments to start with */
    public AudienceManagerService(Tokens tokens, Clock clock, int segments) {
        this.tokens = tokens;
        Shelves shelves = new Shelves(clock);
        new FixedRoutes().addTo(router);
        new DataSourceRoutes(shelves).addTo(router);
        new TraitRoutes(shelves).addTo(router);
        new SegmentRoutes(shelves).addTo(router);
        new FolderRoutes(shelves.of(Kind.TRAIT_FOLDER), shelves.of(Kind.TRAIT)).addTo(router);
        new FolderRoutes(shelves.of(Kind.SEGMENT_FOLDER), shelves.of(Kind.SEGMENT)).addTo(router);
        new DestinationRoutes(shelves).addTo(router);
        new ModelRoutes(shelves).addTo(router);
        Crud signals = new Crud(shelves.of(Kind.DERIVED_SIGNAL), object -> {});
        signals.readableAt(router);
        signals.creatableAt(router);
        signals.replaceableAt(router);
        signals.deletableAt(router);
        Crud sites = new Crud(shelves.of(Kind.PARTNER_SITE), object -> {});
        sites.readableAt(router);
        sites.creatableAt(router);
        sites.deletableAt(router);
        new UserRoutes(shelves).addTo(router);
        new ReportRoutes(shelves).addTo(router);
        new MarketplaceRoutes(shelves).addTo(router);
        SeedData.fill(shelves, segments);
        this.data = new AudienceManagerData(shelves);
    }

    /** The objects, for tests that put some in or look at them without HTTP. */
    public AudienceManagerData data() {
        return data;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        Matcher api = API.matcher(call.path());
        if (!api.matches()) {
            return Optional.empty();
        }
        Optional<Answer> refusal = unauthorized(call);
        if (refusal.isPresent()) {
            return refusal;
        }
        try {
            checkApiKey(call);
            return Optional.of(
                    router.answer(call, Optional.ofNullable(api.group(1)).orElse("/")));
        } catch (ApiError e) {
            return Optional.of(Replies.error(e));
        }
    }

    private Optional<Answer> unauthorized(Call call) {
        Optional<String> token = call.bearerToken();
        if (token.isEmpty()) {
            return Optional.of(challenge("unauthorized", "An access token is required to access this resource"));
        }
        return switch (tokens.stateOf(token.get())) {
            case VALID -> Optional.empty();
            // The service really repeats the token here; a client must not repeat it in a message.
            case EXPIRED -> Optional.of(challenge("invalid_token", "Access token expired: " + token.get()));
            case UNKNOWN -> Optional.of(challenge("invalid_token", "Invalid access token: " + token.get()));
        };
    }

    private static Answer challenge(String error, String description) {
        ObjectNode body = Replies.NODES.objectNode().put("error", error).put("error_description", description);
        return Replies.json(401, body)
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"oauth\", error=\"" + error + "\", error_description=\"" + description + "\"");
    }

    private void checkApiKey(Call call) {
        boolean needed = call.bearerToken().filter(tokens::needsApiKey).isPresent();
        if (needed && call.headers().first("x-api-key").isEmpty()) {
            throw ApiError.forbidden("The header x-api-key is missing.");
        }
    }
}
