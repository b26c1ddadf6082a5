/**
 * A typed client for Microsoft Dataverse, generated from {@code dataverse.csdl.xml}: the tables of the platform, the
 * common functions and actions, and the custom table of the sample.
 *
 * <p>Begin with {@code Dataverse.connect(environment, credentials)}. For the tables of an environment of your own,
 * generate a client from its own document instead.
 */
@ODataClient("dataverse.csdl.xml")
package dev.lathe.dataverse;

import dev.lathe.ODataClient;
