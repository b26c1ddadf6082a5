/** What only Adobe Audience Manager does. */
@NullMarked
package dev.lathe.runtime.audiencemanager;

import org.jspecify.annotations.NullMarked;
