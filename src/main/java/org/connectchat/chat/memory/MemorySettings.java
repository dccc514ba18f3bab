package org.connectchat.chat.memory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.memory.*}.
 *
 * @param share the part of the heap that chats may take, after the part that the emulator itself needs (rule R13)
 */
@ConfigurationProperties("emulator.memory")
public record MemorySettings(
        @DefaultValue("0.5") @DecimalMin("0.01") @DecimalMax("0.9")
        double share) {}
