package dev.lathe.runtime.audiencemanager;

import dev.lathe.runtime.CallSettings;
import java.time.Duration;

/** Settings of a view on Audience Manager: {@code aam.with(o -> o.unescapedHtml())}. Not thread-safe. */
public final class AudienceManagerSettings extends CallSettings {

    /** No settings. */
    public AudienceManagerSettings() {}

    /**
     * Asks for texts without HTML entities. Not documented: Adobe's own workbook sends this header with each call, and
     * what it does is read off its name.
     */
    public AudienceManagerSettings unescapedHtml() {
        return header("AAM-Disable-Escaping-HTML", "true");
    }

    @Override
    public AudienceManagerSettings header(String name, String value) {
        super.header(name, value);
        return this;
    }

    @Override
    public AudienceManagerSettings query(String name, String value) {
        super.query(name, value);
        return this;
    }

    @Override
    public AudienceManagerSettings prefer(String... preferences) {
        super.prefer(preferences);
        return this;
    }

    @Override
    public AudienceManagerSettings timeout(Duration timeout) {
        super.timeout(timeout);
        return this;
    }
}
