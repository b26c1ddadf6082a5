/** What generated clients link to: transport, credentials, JSON, paging, errors, OData. */
module dev.lathe.runtime {
    requires transitive java.net.http;
    requires tools.jackson.core;
    // Not transitive: with it, every consumer on the module path would need JSpecify's jar.
    requires static org.jspecify;

    exports dev.lathe;
    exports dev.lathe.runtime;
    exports dev.lathe.runtime.audiencemanager;
    exports dev.lathe.runtime.auth;
    exports dev.lathe.runtime.dataverse;
    exports dev.lathe.runtime.error;
    exports dev.lathe.runtime.http;
    exports dev.lathe.runtime.json;
    exports dev.lathe.runtime.odata;
    exports dev.lathe.runtime.paging;
}
