package dev.lathe.runtime;

import dev.lathe.runtime.http.Request;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Says why there was no answer. */
final class Breakdown {

    private Breakdown() {}

    /** One sentence; names the host, never a path or a query. */
    static String describe(IOException failure, Request request) {
        String host = request.uri().getHost()
                + (request.uri().getPort() < 0 ? "" : ":" + request.uri().getPort());
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return "The host " + host + " is not known.";
            }
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return "No connection to " + host + " came about in time.";
        }
        if (failure instanceof HttpTimeoutException) {
            return "No answer from " + host + " within " + seconds(request) + " s.";
        }
        if (failure instanceof ConnectException) {
            return "No connection to " + host + " came about." + detail(failure);
        }
        if (failure instanceof SSLException) {
            return "No trusted connection to " + host + " came about." + detail(failure);
        }
        if (failure instanceof EOFException) {
            return host + " closed the connection before the answer was complete.";
        }
        return "The connection to " + host + " broke." + detail(failure);
    }

    private static String seconds(Request request) {
        long millis = request.timeout().toMillis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    private static String detail(IOException failure) {
        return failure.getMessage() == null ? "" : " " + failure.getMessage();
    }
}
