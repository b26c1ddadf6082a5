package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Request;

/** Two proofs that go along together. */
final class BothCredentials implements Credentials {

    private final Credentials first;
    private final Credentials second;

    BothCredentials(Credentials first, Credentials second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Authorizer connect(Service service) {
        Authorizer one = first.connect(service);
        Authorizer other = second.connect(service);
        return new Authorizer() {
            @Override
            public void authorize(Request.Builder request) throws InterruptedException {
                one.authorize(request);
                other.authorize(request);
            }

            @Override
            public boolean rejected(Request request) {
                // Both are told, whatever the first one says.
                boolean again = one.rejected(request);
                return other.rejected(request) || again;
            }
        };
    }

    @Override
    public Credentials login() {
        return first.login();
    }

    @Override
    public String toString() {
        return first + " and " + second;
    }
}
