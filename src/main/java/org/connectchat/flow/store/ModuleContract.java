package org.connectchat.flow.store;

import org.jspecify.annotations.Nullable;

/**
 * What a module has and a flow does not.
 *
 * @param settings the text that describes input, result data and results (rule F88)
 * @param externalInvocation whether it may be invoked from outside; null if that was never said
 */
public record ModuleContract(
        @Nullable String settings, @Nullable Boolean externalInvocation) {

    public static final ModuleContract NONE = new ModuleContract(null, null);
}
