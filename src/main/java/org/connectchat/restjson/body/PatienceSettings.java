package org.connectchat.restjson.body;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * {@code emulator.body-timeout} and {@code emulator.response-timeout}: how long a client may take.
 *
 * @param bodyTimeout how long a client may take to send a body, or each mebibyte of a larger one (rule R1)
 * @param responseTimeout how long a client may take to read a response, or each mebibyte of a larger one (rule R3)
 */
@ConfigurationProperties("emulator")
public record PatienceSettings(
        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration bodyTimeout,

        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration responseTimeout) {

    private static final String TOMCATS = "server.tomcat.connection-timeout";
    private static final Duration MARGIN = Duration.ofSeconds(20);

    /**
     * Tomcat closes a connection on which nothing moves, without a response. So it must wait for longer than the emulator.
     *
     * @param tomcats how long Tomcat waits; zero or less for ever
     * @throws InvalidConfigurationPropertyValueException if it is too short
     */
    public void requireLonger(Duration tomcats) {
        Duration longest = bodyTimeout.compareTo(responseTimeout) > 0 ? bodyTimeout : responseTimeout;
        if (tomcats.compareTo(Duration.ZERO) > 0 && tomcats.compareTo(longest) <= 0) {
            throw new InvalidConfigurationPropertyValueException(
                    TOMCATS,
                    tomcats,
                    "It must be longer than emulator.body-timeout and emulator.response-timeout. Set " + TOMCATS + "="
                            + longest.plus(MARGIN).toSeconds() + "s, for example, or shorten those.");
        }
    }
}
