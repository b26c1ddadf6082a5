package dev.lathe.runtime.auth;

/** Adds nothing. */
final class NoCredentials implements Credentials {

    static final NoCredentials INSTANCE = new NoCredentials();

    private NoCredentials() {}

    @Override
    public Authorizer connect(Service service) {
        return request -> {};
    }

    @Override
    public String toString() {
        return "Credentials[none]";
    }
}
