package dev.lathe.sandbox;

import dev.lathe.sandbox.dataverse.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a {@link Sandbox} is started. Immutable: each method gives a changed copy. */
public final class SandboxOptions {

    private final @Nullable Path csdl;
    private final int port;
    private final int segments;
    private final Duration tokenLife;
    private final int keptRequests;
    private final Clock clock;
    private final @Nullable SSLContext tls;
    private final @Nullable Limits limits;

    private SandboxOptions(
            @Nullable Path csdl,
            int port,
            int segments,
            Duration tokenLife,
            int keptRequests,
            Clock clock,
            @Nullable SSLContext tls,
            @Nullable Limits limits) {
        this.csdl = csdl;
        this.port = port;
        this.segments = segments;
        this.tokenLife = tokenLife;
        this.keptRequests = keptRequests;
        this.clock = clock;
        this.tls = tls;
        this.limits = limits;
    }

    /**
     * A free port, the small CSDL document that comes with the sandbox, no segments, tokens that live an hour, the
     * latest 10,000 requests kept, the system's clock, plain http.
     */
    public static SandboxOptions defaults() {
        return new SandboxOptions(null, 0, 0, Duration.ofHours(1), 10_000, Clock.systemUTC(), null, null);
    }

    /** The OData V4 CSDL document that the Dataverse sandbox serves. */
    public SandboxOptions csdl(Path file) {
        return new SandboxOptions(
                Objects.requireNonNull(file, "file"), port, segments, tokenLife, keptRequests, clock, tls, limits);
    }

    /** The port to listen on, 0 to 65535; 0 picks a free one. */
    public SandboxOptions port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + number + ".");
        }
        return new SandboxOptions(csdl, number, segments, tokenLife, keptRequests, clock, tls, limits);
    }

    /**
     * How many segments Audience Manager has at the start, with the data sources, traits, folders and destinations
     * that go with them. The same number gives the same data each time.
     */
    public SandboxOptions segments(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("The number of segments cannot be negative: " + count + ".");
        }
        return new SandboxOptions(csdl, port, count, tokenLife, keptRequests, clock, tls, limits);
    }

    /** How long access tokens of both services are accepted. */
    public SandboxOptions tokenLife(Duration life) {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("The life of a token must be positive: " + life + ".");
        }
        return new SandboxOptions(csdl, port, segments, life, keptRequests, clock, tls, limits);
    }

    /** How many requests the {@link RequestLog} keeps. */
    public SandboxOptions keptRequests(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("The number of kept requests cannot be negative: " + count + ".");
        }
        return new SandboxOptions(csdl, port, segments, tokenLife, count, clock, tls, limits);
    }

    /** The clock for the life of tokens and for times of creation. */
    public SandboxOptions clock(Clock source) {
        return new SandboxOptions(
                csdl, port, segments, tokenLife, keptRequests, Objects.requireNonNull(source, "source"), tls, limits);
    }

    /** Listens with https, with the key and the certificate of this context; whoever calls must trust that certificate. */
    public SandboxOptions tls(SSLContext context) {
        return new SandboxOptions(
                csdl,
                port,
                segments,
                tokenLife,
                keptRequests,
                clock,
                Objects.requireNonNull(context, "context"),
                limits);
    }

    /** Refuses Dataverse's callers who ask for more than these limits allow; without it nobody is refused. */
    public SandboxOptions limits(Limits newLimits) {
        return new SandboxOptions(
                csdl,
                port,
                segments,
                tokenLife,
                keptRequests,
                clock,
                tls,
                Objects.requireNonNull(newLimits, "newLimits"));
    }

    /** Limits of Dataverse; null for none. */
    public @Nullable Limits limits() {
        return limits;
    }

    /** The document to serve; null for the small one. */
    public @Nullable Path csdl() {
        return csdl;
    }

    public int port() {
        return port;
    }

    public int segments() {
        return segments;
    }

    public Duration tokenLife() {
        return tokenLife;
    }

    public int keptRequests() {
        return keptRequests;
    }

    public Clock clock() {
        return clock;
    }

    /** Key and certificate; null for plain http. */
    public @Nullable SSLContext tls() {
        return tls;
    }
}
