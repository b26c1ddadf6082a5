package dev.lathe.sandbox.audiencemanager;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What sets one kind of object apart from another.
 *
 * @param path below the version segment, also its name for {@link AudienceManagerData}
 * @param id the member that holds the id
 * @param label what messages call it
 * @param required members that a body must have
 * @param unique members whose values, taken together, no two objects share
 * @param filters query parameter to member: only objects with that value, or with it among others
 * @param hidden members that lists leave out
 * @param defaults members that get a value when a body has none
 */
record Kind(
        String path,
        String id,
        String label,
        List<String> required,
        List<String> unique,
        Map<String, String> filters,
        Set<String> hidden,
        Map<String, Object> defaults) {

    static final Kind DATA_SOURCE = new Kind(
            "datasources",
            "dataSourceId",
            "data source",
            List.of("name"),
            List.of("name"),
            Map.of("integrationCode", "integrationCode", "inboundOnly", "inboundS2S", "outboundOnly", "outboundS2S"),
            Set.of(),
            Map.ofEntries(
                    Map.entry("status", "ACTIVE"),
                    Map.entry("type", "GENERAL"),
                    Map.entry("inboundS2S", false),
                    Map.entry("outboundS2S", false),
                    Map.entry("linkNamespace", false),
                    Map.entry("useAudienceManagerVisitorID", false),
                    Map.entry("allowDataSharing", true),
                    Map.entry("masterDataSourceIdProvider", true),
                    Map.entry("uniqueTraitIntegrationCodes", false),
                    Map.entry("uniqueSegmentIntegrationCodes", false),
                    Map.entry("marketingCloudVisitorIdVersion", 0),
                    Map.entry("samplingEnabled", false),
                    Map.entry("allowDeviceGraphSharing", false),
                    Map.entry("supportsAuthenticatedProfile", false),
                    Map.entry("deviceGraph", false),
                    Map.entry("customerProfileDataRetention", 62_208_000),
                    Map.entry("dataExportRestrictions", List.of()),
                    Map.entry("containerIds", List.of())));

    static final Kind TRAIT = new Kind(
            "traits",
            "sid",
            "trait",
            List.of("name", "traitType", "dataSourceId", "folderId"),
            List.of("name"),
            Map.of(
                    "dataSourceId", "dataSourceId",
                    "folderId", "folderId",
                    "integrationCode", "integrationCode",
                    "restrictType", "traitType",
                    "usesModel", "algoModelId",
                    "categoryId", "categoryId",
                    "type", "type"),
            Set.of("ttl", "integrationCode", "comments", "traitRule", "traitRuleVersion", "type"),
            Map.of("status", "ACTIVE", "ttl", 120, "traitRuleVersion", 0));

    static final Kind SEGMENT = new Kind(
            "segments",
            "sid",
            "segment",
            List.of("name", "folderId", "dataSourceId"),
            List.of("name"),
            Map.of(
                    "dataSourceId", "dataSourceId",
                    "folderId", "folderId",
                    "integrationCode", "integrationCode",
                    "mergeRuleDataSourceId", "mergeRuleDataSourceId",
                    "status", "status"),
            Set.of(),
            Map.of("status", "ACTIVE", "isDestinationMappable", true));

    static final Kind DESTINATION = new Kind(
            "destinations",
            "destinationId",
            "destination",
            List.of("name", "destinationType"),
            List.of("name"),
            Map.of("restrictType", "destinationType"),
            Set.of(
                    "serializationEnabled",
                    "urlFormatString",
                    "secureUrlFormatString",
                    "delimiter",
                    "mappings",
                    "cookieName",
                    "cnameDomain",
                    "maxSize",
                    "ttl",
                    "siteIDs",
                    "formatType",
                    "singleKey",
                    "keySeparator",
                    "valueSeparator",
                    "serializationSeparator",
                    "transferMethod",
                    "uparamEnabled",
                    "tagType",
                    "mappingAutoFiller",
                    "devicePlatform",
                    "dataExportLabels",
                    "mapAllSegments",
                    "dataSourceId",
                    "startDate",
                    "endDate",
                    "adServerTypeID",
                    "batchConfiguration"),
            Map.of(
                    "status", "ACTIVE",
                    "domainRestrictions", "all_domains",
                    "serializationEnabled", false,
                    "mappingAutoFiller", "NONE",
                    "devicePlatform", "ALL",
                    "mapAllSegments", false));

    static final Kind MODEL = new Kind(
            "models",
            "algoModelId",
            "model",
            List.of("name", "dataSources", "sid", "algoTypeId", "lookBackPeriod"),
            List.of("name"),
            Map.of("usesDataSource", "dataSources"),
            Set.of("dataSources"),
            Map.of(
                    "status",
                    "ACTIVE",
                    "algoModelVersion",
                    0,
                    "intervalSeconds",
                    604_800,
                    "baselineTraitType",
                    "SEGMENT"));

    static final Kind DERIVED_SIGNAL = new Kind(
            "signals/derived",
            "derivedSignalId",
            "derived signal",
            List.of("sourceKey", "sourceValue", "targetKey", "targetValue"),
            List.of("sourceKey", "sourceValue"),
            Map.of(),
            Set.of(),
            Map.of("version", 0));

    static final Kind PARTNER_SITE = new Kind(
            "partner-sites", "siteId", "partner site", List.of("url"), List.of("url"), Map.of(), Set.of(), Map.of());

    static final Kind TRAIT_TYPE = new Kind(
            "customer-trait-types",
            "pixelType",
            "trait type",
            List.of("name"),
            List.of("name"),
            Map.of(),
            Set.of(),
            Map.of());

    static final Kind USER = new Kind(
            "users",
            "userId",
            "user",
            List.of("username"),
            List.of("username"),
            Map.of(),
            Set.of(),
            Map.of("status", "ACTIVE", "isAdmin", false, "groups", List.of()));

    static final Kind GROUP =
            new Kind("groups", "groupId", "group", List.of("name"), List.of("name"), Map.of(), Set.of(), Map.of());

    static final Kind MAPPING = new Kind(
            "mappings",
            "destinationMappingId",
            "mapping",
            List.of("sid", "traitType", "startDate"),
            List.of(),
            Map.of(),
            Set.of(),
            Map.of("elementStatus", "active", "traitValue", 0));

    static final Kind TRAIT_FOLDER = folder("folders/traits");

    static final Kind SEGMENT_FOLDER = folder("folders/segments");

    private static Kind folder(String path) {
        return new Kind(
                path,
                "folderId",
                "folder",
                List.of("name", "parentFolderId"),
                List.of("name", "parentFolderId"),
                Map.of(),
                Set.of(),
                Map.of());
    }

    /** All kinds, those first that others refer to. */
    static final List<Kind> ALL = List.of(
            DATA_SOURCE,
            TRAIT_FOLDER,
            SEGMENT_FOLDER,
            TRAIT_TYPE,
            TRAIT,
            SEGMENT,
            PARTNER_SITE,
            DESTINATION,
            MAPPING,
            MODEL,
            DERIVED_SIGNAL,
            USER,
            GROUP);
}
