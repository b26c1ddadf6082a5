/**
 * A typed client for the management API of Adobe Audience Manager, generated from {@code audience-manager.yaml}.
 *
 * <p>Begin with {@code AudienceManager.connect(credentials)}. What Adobe does not document
 * says so: <em>client</em> was seen in public programs that call the API, <em>inferred</em> is stated nowhere.
 */
@NullMarked
@OpenApiClient("audience-manager.yaml")
package dev.lathe.audiencemanager;

import dev.lathe.OpenApiClient;
import org.jspecify.annotations.NullMarked;
