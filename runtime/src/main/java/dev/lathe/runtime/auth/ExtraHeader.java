package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Request;

/** Credentials and a header that goes with them. */
final class ExtraHeader implements Credentials {

    private final Credentials credentials;
    private final String name;
    private final String value;

    ExtraHeader(Credentials credentials, String name, String value) {
        this.credentials = credentials;
        this.name = name;
        this.value = value;
    }

    @Override
    public Authorizer connect(Service service) {
        Authorizer authorizer = credentials.connect(service);
        return new Authorizer() {
            @Override
            public void authorize(Request.Builder request) throws InterruptedException {
                authorizer.authorize(request);
                request.secretHeader(name, value);
            }

            @Override
            public boolean rejected(Request request) {
                return authorizer.rejected(request);
            }
        };
    }

    @Override
    public Credentials login() {
        return credentials.login();
    }

    @Override
    public String toString() {
        return credentials + " with " + name;
    }
}
