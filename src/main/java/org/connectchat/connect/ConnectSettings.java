package org.connectchat.connect;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code emulator.region}, {@code emulator.account-id} and {@code emulator.instances}: whose instances these are.
 *
 * @param instances the catalogue (rule B6); empty, and every instance and flow id is accepted
 */
@Validated
@ConfigurationProperties("emulator")
record ConnectSettings(
        @DefaultValue("us-east-1") @Pattern(regexp = "[a-z]{2}(-[a-z]+)+-[0-9]", message = "must look like us-east-1")
        String region,

        @DefaultValue("000000000000") @Pattern(regexp = "[0-9]{12}", message = "must be 12 digits")
        String accountId,

        @DefaultValue List<@Valid Instance> instances) {

    record Instance(
            @NotNull @Size(min = 1, max = 100) String id,
            @DefaultValue List<@Valid Flow> flows) {}

    record Flow(@NotNull @Size(min = 1, max = 500) String id) {}
}
