package org.connectchat.restjson.throttle;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code emulator.throttling.*}.
 *
 * @param operations by operation name in any case; what is not given here is AWS's default
 */
@Validated
@ConfigurationProperties("emulator.throttling")
public record ThrottlingSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, @Valid Rate> operations) {}
