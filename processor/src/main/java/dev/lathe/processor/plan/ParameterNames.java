package dev.lathe.processor.plan;

/** Names of the parameters of one generated method. */
final class ParameterNames {

    private final Scope scope =
            Scope.ofMembers("options", "client", "service", "call").reserve(Scope.PACKAGES);

    String take(String wireName) {
        return take(wireName, "");
    }

    /** @param place what tells it from others of its name */
    String take(String wireName, String place) {
        return scope.take(Identifiers.variable(wireName), place);
    }
}
