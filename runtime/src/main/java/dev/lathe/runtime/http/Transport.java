package dev.lathe.runtime.http;

import java.io.IOException;

/**
 * Carries one request to a server and brings its answer back. It follows no redirects, repeats nothing that may have
 * arrived, decodes no content, keeps no cookies and judges no status: that is decided above it. Implementations are
 * thread-safe, block the calling thread only, and hold no lock while they do (virtual threads).
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request and waits for the answer: for all of it, or for its headers when the request is
     * {@linkplain Request#isStreaming() streaming}.
     *
     * @throws java.net.ConnectException when no connection came about, so that nothing was sent
     * @throws java.net.http.HttpConnectTimeoutException when no connection came about in time
     * @throws java.net.http.HttpTimeoutException when the request's time-out went by
     * @throws IOException when the exchange broke; whether the server acted is unknown
     * @throws InterruptedException when the calling thread is interrupted; the exchange is given up
     */
    Response send(Request request) throws IOException, InterruptedException;
}
