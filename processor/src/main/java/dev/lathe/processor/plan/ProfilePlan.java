package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service profile of the runtime.
 *
 * @param type class that holds the profile
 * @param field its constant
 * @param settings class of per-call options
 * @param knowsHome whether the service's address follows from the credentials
 * @param address what a base address of the service is, as Javadoc; empty where nothing special is known
 * @param logins classes with which one logs in there; empty where nothing special is known
 */
public record ProfilePlan(
        ClassName type, String field, ClassName settings, boolean knowsHome, String address, List<ClassName> logins) {

    private static final String RUNTIME = "dev.lathe.runtime";
    private static final ProfilePlan NONE = new ProfilePlan(
            ClassName.get(RUNTIME, "Profile"), "NONE", ClassName.get(RUNTIME, "CallSettings"), false, "", List.of());
    private static final Map<String, ProfilePlan> KNOWN = Map.of(
            "none",
            NONE,
            "dataverse",
            new ProfilePlan(
                    ClassName.get(RUNTIME + ".dataverse", "DataverseProfile"),
                    "INSTANCE",
                    ClassName.get(RUNTIME + ".dataverse", "DataverseSettings"),
                    false,
                    "the environment, such as {@code https://contoso.crm4.dynamics.com}, with or without the path of the Web API",
                    List.of(ClassName.get(RUNTIME + ".auth", "EntraId"))),
            "audience-manager",
            new ProfilePlan(
                    ClassName.get(RUNTIME + ".audiencemanager", "AudienceManagerProfile"),
                    "INSTANCE",
                    ClassName.get(RUNTIME + ".audiencemanager", "AudienceManagerSettings"),
                    true,
                    "",
                    List.of(
                            ClassName.get(RUNTIME + ".auth", "AdobeIms"),
                            ClassName.get(RUNTIME + ".auth", "DemdexLogin"))));

    /** The profile of that name; empty for a name that is none. The empty name is the profile without anything special. */
    public static Optional<ProfilePlan> named(String name) {
        return name.isEmpty() ? Optional.of(NONE) : Optional.ofNullable(KNOWN.get(name));
    }

    /** Whether nothing is special to the service; a profile of its own knows how to log in there. */
    public boolean isPlain() {
        return equals(NONE);
    }

    /** Names that an annotation may give, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(KNOWN.keySet());
    }
}
