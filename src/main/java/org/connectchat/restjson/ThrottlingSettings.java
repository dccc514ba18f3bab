package org.connectchat.restjson;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.TreeMap;
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
record ThrottlingSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, @Valid Rate> operations) {

    /** The configured figures by operation name in any case. */
    Map<String, Rate> byOperation() {
        Map<String, Rate> figures = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        figures.putAll(operations);
        return figures;
    }

    /** The figures of a route: the configured ones over AWS's. */
    Rate figures(Route route) {
        Rate own = byOperation().get(route.name());
        return own == null ? route.rate() : own.orElse(route.rate());
    }
}
