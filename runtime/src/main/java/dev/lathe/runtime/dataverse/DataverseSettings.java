package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.CallSettings;
import dev.lathe.runtime.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Settings of a view on Dataverse: {@code crm.with(o -> o.impersonate(userId).strongConsistency())}. Not thread-safe.
 */
public final class DataverseSettings extends CallSettings {

    /** No settings. */
    public DataverseSettings() {}

    /**
     * Acts for another user. The caller needs the privilege to; what counts are the rights of both.
     *
     * @param entraObjectId the user's object id in Microsoft Entra ID
     */
    public DataverseSettings impersonate(UUID entraObjectId) {
        return without("MSCRMCallerID").header("CallerObjectId", entraObjectId.toString());
    }

    /**
     * Acts for another user, the older way.
     *
     * @param systemUserId key of the user's row in {@code systemuser}
     */
    public DataverseSettings impersonateSystemUser(UUID systemUserId) {
        return without("CallerObjectId").header("MSCRMCallerID", systemUserId.toString());
    }

    /** Reads the newest version of what the service caches, such as definitions and privileges. Costs a little. */
    public DataverseSettings strongConsistency() {
        return header("Consistency", "Strong");
    }

    /**
     * Puts components that are created into a solution.
     *
     * @param uniqueName of an unmanaged solution
     */
    public DataverseSettings solution(String uniqueName) {
        return header("MSCRM.SolutionUniqueName", uniqueName);
    }

    /** Has creates and updates looked at by duplicate detection, which the Web API leaves out otherwise. */
    public DataverseSettings detectDuplicates() {
        // The header's name says suppress: false switches detection on.
        return header("MSCRM.SuppressDuplicateDetection", "false");
    }

    /** Leaves custom synchronous plug-ins and workflows out; needs the privilege {@code prvBypassCustomPlugins}. */
    public DataverseSettings bypassCustomPlugins() {
        return header("MSCRM.BypassCustomPluginExecution", "true");
    }

    /** Leaves custom business logic out; needs the privilege {@code prvBypassCustomBusinessLogic}. */
    public DataverseSettings bypassBusinessLogic(BusinessLogic... kinds) {
        if (kinds.length == 0) {
            throw new IllegalArgumentException("Which kind of business logic is to be left out?");
        }
        StringBuilder value = new StringBuilder();
        for (BusinessLogic kind : kinds) {
            value.append(value.length() == 0 ? "" : ",").append(kind.wireName);
        }
        return header("MSCRM.BypassBusinessLogicExecution", value.toString());
    }

    /** Kinds of custom logic. */
    public enum BusinessLogic {
        /** Plug-ins and workflows that run within the request. */
        SYNCHRONOUS("CustomSync"),
        /** Those that run afterwards. */
        ASYNCHRONOUS("CustomAsync");

        private final String wireName;

        BusinessLogic(String wireName) {
            this.wireName = wireName;
        }
    }

    /** Does not start Power Automate flows. */
    public DataverseSettings suppressFlows() {
        return header("MSCRM.SuppressCallbackRegistrationExpanderJob", "true");
    }

    /** A shared variable that plug-ins can read. */
    public DataverseSettings tag(String value) {
        return query("tag", value);
    }

    /**
     * Annotations that answers bring along, {@code *} for all; also those of errors. Constants stand in
     * {@link DataverseAnnotations}.
     */
    public DataverseSettings includeAnnotations(String... names) {
        for (String name : names) {
            if (name.isEmpty() || name.indexOf('"') >= 0 || name.indexOf(',') >= 0) {
                throw new IllegalArgumentException("Not the name of an annotation: '" + name + "'");
            }
        }
        return prefer("odata.include-annotations=\"" + String.join(",", names) + "\"");
    }

    /**
     * Has the service carry an operation out in the background, instead of waiting for its end. For operations that are
     * custom APIs; {@link BackgroundOperation#start} makes the call and tells what becomes of it.
     */
    public DataverseSettings respondAsync() {
        return prefer("respond-async");
    }

    /**
     * Where the service posts a message when an operation in the background has ended; goes with {@link #respondAsync}.
     *
     * @throws IllegalArgumentException if it is no https address
     */
    public DataverseSettings callback(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The service calls back at an https address only, not at '" + url + "'.");
        }
        // a quote cannot be part of a URI, a comma can
        return prefer("odata.callback; url=\"" + url + "\"");
    }

    /** Keeps the labels in other languages than those that an update of a definition brings along. */
    public DataverseSettings mergeLabels() {
        return header("MSCRM.MergeLabels", "true");
    }

    /**
     * Reads of an elastic table see what was written before.
     *
     * @param token of {@link #onSessionToken}
     */
    public DataverseSettings sessionToken(String token) {
        return header("MSCRM.SessionToken", token);
    }

    /**
     * Tells the token with which later reads see what these calls have written to an elastic table.
     *
     * @param receiver called in the thread of a call; thread-safe if calls are made by several
     */
    public DataverseSettings onSessionToken(Consumer<? super String> receiver) {
        observe((client, response) ->
                response.headers().first("x-ms-session-token").ifPresent(receiver));
        return this;
    }

    /** Hands over how an operation in the background can be followed. */
    DataverseSettings onBackground(Consumer<? super BackgroundMonitor> receiver) {
        observe((client, response) -> BackgroundMonitor.of(client, response).ifPresent(receiver));
        return this;
    }

    /** Takes back what {@link #respondAsync} and {@link #callback} asked for. */
    DataverseSettings respondAtOnce() {
        removePreference("respond-async");
        removePreference("odata.callback");
        return this;
    }

    /** Has calls answered by somebody else. */
    DataverseSettings answeredBy(Transport transport) {
        via(transport);
        return this;
    }

    private DataverseSettings without(String header) {
        removeHeader(header);
        return this;
    }

    @Override
    public DataverseSettings header(String name, String value) {
        super.header(name, value);
        return this;
    }

    @Override
    public DataverseSettings query(String name, String value) {
        super.query(name, value);
        return this;
    }

    @Override
    public DataverseSettings prefer(String... preferences) {
        super.prefer(preferences);
        return this;
    }

    @Override
    public DataverseSettings timeout(Duration timeout) {
        super.timeout(timeout);
        return this;
    }
}
