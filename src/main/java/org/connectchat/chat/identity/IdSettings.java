package org.connectchat.chat.identity;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.ids.*}: where ids and tokens come from (rule C9).
 *
 * @param seedable whether ids and tokens may follow from a seed; predictable tokens protect nothing
 * @param seed the seed from the start on, and after each reset until a test sets another one; null for unpredictable ids
 */
@ConfigurationProperties("emulator.ids")
public record IdSettings(
        @DefaultValue("false") boolean seedable, @Nullable Long seed) {

    @AssertTrue(
            message = "seed needs emulator.ids.seedable=true, because tokens that follow from a seed can be guessed")
    boolean isSeedAllowed() {
        return seed == null || seedable;
    }
}
