package org.connectchat.connect;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code emulator.instances}: which instances and flows there are.
 *
 * @param instances the catalogue (rule B6); empty, and every instance and flow id is accepted
 */
@Validated
@ConfigurationProperties("emulator")
record ConnectSettings(@DefaultValue List<@Valid Instance> instances) {

    record Instance(
            @NotNull @Size(min = 1, max = 100) String id,
            @DefaultValue List<@Valid Flow> flows) {}

    record Flow(@NotNull @Size(min = 1, max = 500) String id) {}
}
