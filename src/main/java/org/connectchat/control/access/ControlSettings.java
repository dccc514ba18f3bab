package org.connectchat.control.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.control.*}.
 *
 * @param allowedOrigins the origins whose pages may call the control API and read its responses, as browsers send them
 * @param allowedHosts the names that the {@code Host} header of a control call may have, beside those that need no setting
 * @param token the bearer token that each control call must have; null for none
 */
@ConfigurationProperties("emulator.control")
record ControlSettings(
        @DefaultValue
        List<@NotNull @Pattern(regexp = ControlSettings.ORIGIN, message = ControlSettings.RULE) String> allowedOrigins,

        @DefaultValue
        List<@NotNull @Pattern(regexp = ControlSettings.HOST, message = ControlSettings.HOST_RULE) String> allowedHosts,

        @Nullable @Pattern(regexp = ControlSettings.TOKEN, message = ControlSettings.TOKEN_RULE)
        String token) {

    static final String HOST = "[a-z0-9_-]+(\\.[a-z0-9_-]+)*";

    static final String HOST_RULE = "must be the name of a host in lower case, without a port, such as emulator.test";

    static final String TOKEN = "[A-Za-z0-9._~+/=-]{8,200}";

    static final String TOKEN_RULE = "must have 8 to 200 characters: letters, digits and . _ ~ + / = -";

    /**
     * A browser sends an origin without a default port, a path or capital letters, so a value with one of these would
     * match no request.
     */
    static final String ORIGIN = "(?!http://[^/]*:80$)(?!https://[^/]*:443$)"
            + "[a-z][a-z0-9+.-]*://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[1-9][0-9]{0,4})?";

    static final String RULE = "must be an origin as browsers send it, such as https://tests.example or"
            + " http://localhost:3000: lower case, no default port, nothing after the port";
}
