package dev.lathe.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoredTokensTest {

    private static final Instant NOW = Instant.parse("2024-05-31T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Map<String, AccessToken> kept = new HashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final TokenStore store = new TokenStore() {
        @Override
        public Optional<AccessToken> load(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void save(String key, AccessToken token) {
            kept.put(key, token);
        }
    };

    private AccessToken token(String value, Duration life) {
        return AccessToken.of(value, NOW, NOW.plus(life));
    }

    private StoredTokens tokens(TokenStore from) {
        return new StoredTokens(
                from, "key", previous -> token("t" + fetches.incrementAndGet(), Duration.ofHours(1)), CLOCK);
    }

    @Test
    void aFetchedTokenIsKeptAndTakenByTheNextClient() throws Exception {
        assertThat(tokens(store).fetch(null).value()).isEqualTo("t1");
        assertThat(tokens(store).fetch(null).value()).isEqualTo("t1");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aTokenThatIsNearItsEndOrWasRefusedIsNotTakenAgain() throws Exception {
        kept.put("key", token("old", Duration.ofSeconds(10)));
        assertThat(tokens(store).fetch(null).value()).isEqualTo("t1");
        assertThat(tokens(store).fetch(kept.get("key")).value()).isEqualTo("t2");
    }

    @Test
    void aTokenThatAnotherProcessHasFetchedIsTaken() throws Exception {
        kept.put("key", token("theirs", Duration.ofHours(1)));

        assertThat(tokens(store).fetch(token("mine", Duration.ofHours(1))).value())
                .isEqualTo("theirs");
        assertThat(fetches).hasValue(0);
    }

    @Test
    void aRefreshTokenThatAnotherProcessUsedFirstLeadsToItsToken() throws Exception {
        AccessToken mine = token("mine", Duration.ZERO);
        kept.put("key", mine);
        StoredTokens tokens = new StoredTokens(
                store,
                "key",
                previous -> {
                    kept.put("key", token("theirs", Duration.ofHours(1)));
                    throw refused();
                },
                CLOCK);

        assertThat(tokens.fetch(mine).value()).isEqualTo("theirs");
    }

    @Test
    void aRefusalThatNobodyElseCanMendIsThrown() {
        kept.put("key", token("old", Duration.ZERO));
        StoredTokens tokens = new StoredTokens(
                store,
                "key",
                previous -> {
                    throw refused();
                },
                CLOCK);

        assertThatThrownBy(() -> tokens.fetch(null)).isInstanceOf(AuthenticationException.class);
    }

    private static AuthenticationException refused() {
        return new AuthenticationException(
                Failure.of("POST", "https://login.example.com").withMessage("No."));
    }

    @Test
    void aStoreThatFailsStopsNobody() throws Exception {
        TokenStore broken = new TokenStore() {
            @Override
            public Optional<AccessToken> load(String key) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void save(String key, AccessToken token) {
                throw new IllegalStateException("broken");
            }
        };

        assertThat(tokens(broken).fetch(null).value()).isEqualTo("t1");
    }
}
