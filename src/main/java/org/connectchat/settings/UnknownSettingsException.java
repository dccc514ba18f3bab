package org.connectchat.settings;

import java.util.List;

/** Settings were given that do not exist. */
final class UnknownSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A setting that does not exist.
     *
     * @param name as it was given
     * @param nearest the existing setting that is spelled most like it
     */
    record Setting(String name, String nearest) {}

    private final transient List<Setting> settings;

    UnknownSettingsException(List<Setting> settings) {
        super("Unknown settings: " + settings);
        this.settings = settings;
    }

    List<Setting> settings() {
        return settings;
    }
}
