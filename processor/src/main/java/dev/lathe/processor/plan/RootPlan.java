package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.SecurityScheme;
import java.util.List;
import java.util.Optional;

/**
 * The generated root client.
 *
 * @param profile the runtime's service profile
 * @param servers base addresses that the document names
 * @param choices enumerations of the variables of servers, nested in the client
 * @param known addresses of the document, one of which a client has to be connected to before it sends operations to
 *     servers of their own; none where no operation has its own, or where the document does not tell the host of its service
 * @param logins factories of credentials
 * @param odata whether it speaks OData
 * @param operations functions and actions that are bound to no set
 */
public record RootPlan(
        ClassName name,
        ProfilePlan profile,
        List<Server> servers,
        List<Choice> choices,
        List<String> known,
        List<Login> logins,
        boolean odata,
        List<OperationPlan> operations,
        DocPlan docs) {

    /** What the base address is, in words; where the document names one, {@link #home} is the better answer. */
    public String address() {
        if (!profile.address().isEmpty()) {
            return profile.address();
        }
        return odata
                ? "the service's root, such as {@code https://example.com/odata}: what stands before {@code $metadata}"
                : "where the service is, such as {@code https://example.com/api}";
    }

    /** Constant of the first address that the document names. */
    public Optional<String> home() {
        return servers.stream()
                .map(Server::constant)
                .filter(constant -> !constant.isEmpty())
                .findFirst();
    }

    /**
     * A base address.
     *
     * @param constant its name; empty when a variable of it has no default
     * @param url of the constant
     * @param method that fills in the variables; empty when there are none
     * @param parts of the address, in order
     */
    public record Server(
            String constant, String url, String method, String template, List<Part> parts, String description) {}

    /** A piece of an address: text, or a variable. */
    public sealed interface Part {}

    /** Text as it is. */
    public record Text(String text) implements Part {}

    /**
     * A variable.
     *
     * @param java type of the parameter: a text, or a {@link Choice}
     * @param standard what null stands for; empty when there is no default
     */
    public record Variable(String name, String wireName, ClassName java, Optional<String> standard, DocPlan docs)
            implements Part {}

    /** An enumeration of the values of a variable. */
    public record Choice(ClassName name, String wireName, List<Value> values) {}

    /** A value of a variable. */
    public record Value(String constant, String text) {}

    /**
     * A factory of credentials.
     *
     * @param method its name
     * @param parameter of an API key: what the document calls the header, query parameter or cookie
     */
    public record Login(
            String method,
            SecurityScheme.Kind kind,
            String parameter,
            String tokenUrl,
            List<String> scopes,
            DocPlan docs) {}
}
