package org.connectchat.connect;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.instances}: the instances and flows that exist.
 *
 * @param instances the catalogue (rule B6); an empty one accepts every instance and flow id
 */
@ConfigurationProperties("emulator")
public record ConnectSettings(@DefaultValue List<@Valid Instance> instances) {

    /**
     * An instance.
     *
     * @param id id or ARN, 1 to 100 characters
     * @param alias its name in URLs, 1 to 45 characters; the id if absent
     * @param flows all flows of the instance; none if the list is absent
     */
    public record Instance(
            @NotNull @Size(min = 1, max = 100) String id,

            @Nullable @Pattern(regexp = Instance.ALIAS, message = Instance.ALIAS_RULE)
            String alias,

            @DefaultValue List<@NotNull @Valid Flow> flows) {

        public static final String ALIAS = "(?!d-)[0-9A-Za-z](?:[0-9A-Za-z-]{0,43}[0-9A-Za-z])?";
        static final String ALIAS_RULE =
                "must be 1 to 45 of the characters A-Z a-z 0-9 -, with no hyphen at either end, and not begin with d-";

        public Instance {
            flows = flows == null ? List.of() : flows;
        }
    }

    /**
     * A flow.
     *
     * @param id id or ARN, 1 to 500 characters
     */
    public record Flow(@NotNull @Size(min = 1, max = 500) String id) {}
}
