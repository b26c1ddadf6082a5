package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Request;
import java.util.function.Supplier;

/** One secret header. */
final class HeaderCredentials implements Credentials {

    private final String header;
    private final Supplier<String> value;
    private final boolean renewable;

    HeaderCredentials(String header, Supplier<String> value, boolean renewable) {
        this.header = header;
        this.value = value;
        this.renewable = renewable;
    }

    @Override
    public Authorizer connect(Service service) {
        return new Authorizer() {
            @Override
            public void authorize(Request.Builder request) {
                String text = value.get();
                request.secretHeader(header, text).secret(text.substring(text.indexOf(' ') + 1));
            }

            @Override
            public boolean rejected(Request request) {
                return renewable;
            }
        };
    }

    @Override
    public String toString() {
        return "Credentials[" + header + ": ***]";
    }
}
