package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.CallSettings;
import java.time.Duration;
import java.util.UUID;

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
