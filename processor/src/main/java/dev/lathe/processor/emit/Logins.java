package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.lathe.processor.plan.RootPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.net.URI;

/** Factories of credentials for the security schemes of a document. */
final class Logins {

    private Logins() {}

    // public static Credentials apiKeyCredentials(String key) {
    //     return Credentials.apiKey("X-API-Key", key);
    // }
    static MethodSpec factory(RootPlan.Login login) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(login.method())
                .addModifiers(PUBLIC, STATIC)
                .returns(RuntimeTypes.CREDENTIALS)
                .addJavadoc(Javadocs.of(login.docs()))
                .addJavadoc("\n");
        if (login.docs().deprecated()) {
            method.addAnnotation(Deprecated.class);
        }
        return switch (login.kind()) {
            case API_KEY_IN_HEADER -> key(method, login, "apiKey");
            case API_KEY_IN_QUERY -> key(method, login, "apiKeyInQuery");
            case API_KEY_IN_COOKIE -> key(method, login, "apiKeyInCookie");
            case BASIC ->
                method.addParameter(String.class, "user")
                        .addParameter(String.class, "password")
                        .addJavadoc("\n@param user name of the user\n@param password of that user")
                        .addStatement("return $T.basic(user, password)", RuntimeTypes.CREDENTIALS)
                        .build();
            case BEARER ->
                method.addParameter(String.class, "token")
                        .addJavadoc("\n@param token an access token, without the word {@code Bearer}")
                        .addStatement("return $T.bearer(token)", RuntimeTypes.CREDENTIALS)
                        .build();
            case CLIENT_CREDENTIALS -> oauth(method, login);
        };
    }

    private static MethodSpec key(MethodSpec.Builder method, RootPlan.Login login, String factory) {
        return method.addParameter(String.class, "key")
                .addJavadoc("\n@param key goes along as {@code $L}", Javadocs.escape(login.parameter()))
                .addStatement(
                        "return $T.$L($L, key)", RuntimeTypes.CREDENTIALS, factory, Sources.literal(login.parameter()))
                .build();
    }

    // return OAuth.clientCredentials(URI.create("https://login.example.com/token"), clientId, clientSecret)
    //         .withScopes(scopes);
    private static MethodSpec oauth(MethodSpec.Builder method, RootPlan.Login login) {
        String known = login.scopes().isEmpty()
                ? ""
                : ", of {@code " + Javadocs.escape(String.join(", ", login.scopes())) + "}";
        CodeBlock token = CodeBlock.of(
                "$T.clientCredentials($T.create($L), clientId, clientSecret)",
                RuntimeTypes.OAUTH,
                URI.class,
                Sources.literal(login.tokenUrl()));
        return method.addParameter(String.class, "clientId")
                .addParameter(String.class, "clientSecret")
                .addParameter(String[].class, "scopes")
                .varargs()
                .addJavadoc(
                        "\n@param clientId of the program\n@param clientSecret of the program\n"
                                + "@param scopes what the token is to be good for$L",
                        known)
                .addStatement("return $L.withScopes(scopes)", token)
                .build();
    }
}
