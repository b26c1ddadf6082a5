/** What only Microsoft Dataverse does. */
@NullMarked
package dev.lathe.runtime.dataverse;

import org.jspecify.annotations.NullMarked;
