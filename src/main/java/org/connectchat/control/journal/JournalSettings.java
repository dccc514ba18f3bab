package org.connectchat.control.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.journal.*}.
 *
 * @param maxCalls the maximum number of calls that are kept; the oldest are removed first
 */
@ConfigurationProperties("emulator.journal")
record JournalSettings(
        @DefaultValue("10000") @Min(0) @Max(1_000_000) int maxCalls) {}
