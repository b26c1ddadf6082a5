package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;

/** Names of what generated code links to. The processor does not load these classes. */
public final class RuntimeTypes {

    private static final String RUNTIME = "dev.lathe.runtime";
    private static final String JSON = RUNTIME + ".json";
    private static final String ODATA = RUNTIME + ".odata";

    public static final ClassName GENERATED = ClassName.get(RUNTIME, "Generated");
    public static final ClassName API_CLIENT = ClassName.get(RUNTIME, "ApiClient");
    public static final ClassName CLIENT_CONFIG = ClassName.get(RUNTIME, "ClientConfig");
    public static final ClassName CALL = ClassName.get(RUNTIME, "Call");
    public static final ClassName CALL_OPTIONS = ClassName.get(RUNTIME, "CallOptions");
    public static final ClassName API_EXCEPTION = ClassName.get(RUNTIME + ".error", "ApiException");
    public static final ClassName CREDENTIALS = ClassName.get(RUNTIME + ".auth", "Credentials");
    public static final ClassName OAUTH = ClassName.get(RUNTIME + ".auth", "OAuth");
    public static final ClassName PARAM_STYLE = ClassName.get(RUNTIME + ".http", "ParamStyle");
    public static final ClassName PAGES = ClassName.get(RUNTIME + ".paging", "Pages");
    public static final ClassName ANSWER = ClassName.get(RUNTIME, "Answer");
    public static final ClassName STATUS_TYPES = ClassName.get(RUNTIME, "StatusTypes");
    public static final ClassName RESPONSE_HEADER = ClassName.get(RUNTIME, "ResponseHeader");
    public static final ClassName ITEM_STREAM = ClassName.get(RUNTIME, "ItemStream");
    public static final ClassName SERVER_SENT_EVENT = ClassName.get(RUNTIME, "ServerSentEvent");
    public static final ClassName PAGING = ClassName.get(RUNTIME + ".paging", "Paging");

    public static final ClassName JSON_OBJECT = ClassName.get(JSON, "JsonObject");
    public static final ClassName JSON_READER = ClassName.get(JSON, "JsonReader");
    public static final ClassName JSON_WRITER = ClassName.get(JSON, "JsonWriter");
    public static final ClassName JSON_TYPE = ClassName.get(JSON, "JsonType");
    public static final ClassName JSON_VALUE = ClassName.get(JSON, "JsonValue");
    public static final ClassName OBJECT_TYPE = ClassName.get(JSON, "ObjectType");
    public static final ClassName OPEN_ENUM = ClassName.get(JSON, "OpenEnum");
    public static final ClassName ENUM_TYPE = ClassName.get(JSON, "EnumType");
    public static final ClassName UNION_TYPE = ClassName.get(JSON, "UnionType");
    public static final ClassName UNION_CASE = ClassName.get(JSON, "UnionCase");
    public static final ClassName SCALARS = ClassName.get(JSON, "Scalars");

    public static final ClassName ODATA_OBJECT = ClassName.get(ODATA, "ODataObject");
    public static final ClassName ODATA_ENTITY = ClassName.get(ODATA, "ODataEntity");
    public static final ClassName BATCH = ClassName.get(ODATA, "Batch");
    public static final ClassName ODATA_SERVICE = ClassName.get(ODATA, "ODataService");
    public static final ClassName ENTITY_SET = ClassName.get(ODATA, "EntitySet");
    public static final ClassName ODATA_SET = ClassName.get(ODATA, "ODataSet");
    public static final ClassName QUERY = ClassName.get(ODATA, "Query");
    public static final ClassName SINGLETON = ClassName.get(ODATA, "Singleton");
    public static final ClassName ODATA_SINGLETON = ClassName.get(ODATA, "ODataSingleton");
    public static final ClassName ENTITY_KEY = ClassName.get(ODATA, "EntityKey");
    public static final ClassName ENTITY_REFERENCE = ClassName.get(ODATA, "EntityReference");
    public static final ClassName OPERATION_OPTIONS = ClassName.get(ODATA, "OperationOptions");
    public static final ClassName TO_ONE = ClassName.get(ODATA, "ToOne");
    public static final ClassName TO_MANY = ClassName.get(ODATA, "ToMany");

    public static final ClassName CONTAINED = ClassName.get(ODATA, "Contained");
    public static final ClassName STREAM_COLUMN = ClassName.get(ODATA, "StreamColumn");

    public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    public static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private RuntimeTypes() {}

    static ClassName column(String simpleName) {
        return ClassName.get(ODATA, simpleName);
    }
}
