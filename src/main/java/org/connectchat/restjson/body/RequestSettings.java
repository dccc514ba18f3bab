package org.connectchat.restjson.body;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code emulator.max-request-size}: rule T5.
 *
 * @param maxRequestSize the largest body, in bytes or Spring's notation ({@code 1MB} is a mebibyte)
 */
@ConfigurationProperties("emulator")
public record RequestSettings(@DefaultValue("1MB") DataSize maxRequestSize) {

    private static final DataSize MAX_SIZE = DataSize.ofGigabytes(1);

    @AssertTrue(message = "max-request-size must be from 1B to 1GB")
    boolean isMaxRequestSizeInRange() {
        return maxRequestSize.toBytes() > 0 && maxRequestSize.compareTo(MAX_SIZE) <= 0;
    }
}
