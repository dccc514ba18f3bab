package org.connectchat.control.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.control.*}.
 *
 * @param allowedOrigins the origins whose pages may call the control API and read its responses, as browsers send them
 */
@ConfigurationProperties("emulator.control")
record ControlSettings(
        @DefaultValue
        List<@NotNull @Pattern(regexp = ControlSettings.ORIGIN, message = ControlSettings.RULE) String>
                allowedOrigins) {

    /**
     * A browser sends an origin without a default port, a path or capital letters, so a value with one of these would
     * match no request.
     */
    static final String ORIGIN = "(?!http://[^/]*:80$)(?!https://[^/]*:443$)"
            + "[a-z][a-z0-9+.-]*://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[1-9][0-9]{0,4})?";

    static final String RULE = "must be an origin as browsers send it, such as https://tests.example or"
            + " http://localhost:3000: lower case, no default port, nothing after the port";
}
