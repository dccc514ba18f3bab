package org.connectchat.control.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.contact-events.*}: the journal of contact events.
 *
 * @param maxKept the maximum number of events that are kept; the oldest are removed first
 */
@ConfigurationProperties("emulator.contact-events")
record EventJournalSettings(
        @DefaultValue("10000") @Min(0) @Max(1_000_000) int maxKept) {}
