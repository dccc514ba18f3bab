package org.connectchat.chat.lifecycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code emulator.quotas.*}: the quotas that Service Quotas holds for a real instance. */
@ConfigurationProperties("emulator.quotas")
public record QuotaSettings(
        @DefaultValue("500") @PositiveOrZero @Max(10_000_000)
        int concurrentActiveChats) {}
