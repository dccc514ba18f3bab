package org.connectchat.restjson.body;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code emulator.body-timeout} and {@code emulator.response-timeout}: how long a client may take.
 *
 * @param bodyTimeout how long a client may take to send a body, or each mebibyte of a larger one (rule R1)
 * @param responseTimeout how long a client may take to read a response, or each mebibyte of a larger one (rule R3)
 */
@Validated
@ConfigurationProperties("emulator")
public record PatienceSettings(
        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration bodyTimeout,

        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration responseTimeout) {}
