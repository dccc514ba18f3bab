package org.connectchat.restjson.throttle;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.throttling.*}: how many calls are let through.
 *
 * @param enabled whether calls are throttled at all
 * @param operations the limits by operation name in any case; AWS's defaults for all that are absent
 */
@ConfigurationProperties("emulator.throttling")
public record ThrottlingSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, @Valid Rate> operations) {}
