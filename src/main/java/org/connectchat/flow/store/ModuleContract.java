package org.connectchat.flow.store;

import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.module.ModuleDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * What a module has and a flow does not.
 *
 * @param settings the text that describes input, result data and results (rule F88)
 * @param declaration what the settings declare; null without settings
 * @param externalInvocation whether it may be invoked from outside; null if that was never said
 */
public record ModuleContract(
        @Nullable String settings,
        @Nullable ModuleDeclaration declaration,
        @Nullable Boolean externalInvocation) {

    public static final ModuleContract NONE = new ModuleContract(null, null, null);

    /**
     * The contract of these settings.
     *
     * @throws FlowRefusedException if they are no JSON object
     */
    public static ModuleContract of(@Nullable String settings, @Nullable Boolean externalInvocation) {
        return new ModuleContract(
                settings, settings == null ? null : ModuleDeclaration.of(settings), externalInvocation);
    }
}
