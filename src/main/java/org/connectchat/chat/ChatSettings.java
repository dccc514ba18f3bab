package org.connectchat.chat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code emulator.chat.*}: the time-outs and limits of a chat. */
@ConfigurationProperties("emulator.chat")
public record ChatSettings(
        @DefaultValue("5m") @DurationMin(millis = 1) @DurationMax(days = 3650)
        Duration connectionDeadline,

        @DefaultValue("25h") @DurationMin(millis = 1) @DurationMax(days = 3650)
        Duration defaultDuration,

        @DefaultValue("classic") ContentLimits contentLimits,
        @DefaultValue("allowed") CustomDuration customDuration,

        @DefaultValue("7d") @DurationMin(millis = 1) @DurationMax(days = 3650)
        Duration idempotencyWindow,

        @DefaultValue("24h") @DurationMin(millis = 0) @DurationMax(days = 3650)
        Duration retention,

        @DefaultValue("100000") @PositiveOrZero @Max(10_000_000)
        int retainedContacts) {}
