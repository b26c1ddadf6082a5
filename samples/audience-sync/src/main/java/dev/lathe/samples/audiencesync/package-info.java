/** Moves Audience Manager segments into a Dataverse table. */
@NullMarked
package dev.lathe.samples.audiencesync;

import org.jspecify.annotations.NullMarked;
