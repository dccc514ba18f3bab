package org.connectchat.connect.module;

import org.connectchat.flow.store.ModuleContract;
import org.jspecify.annotations.Nullable;

/**
 * The ExternalInvocationConfiguration of a module.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ExternalInvocationConfiguration.html">ExternalInvocationConfiguration</a>
 */
record ExternalInvocation(@Nullable Boolean enabled) {

    static ModuleContract contract(@Nullable String settings, @Nullable ExternalInvocation external) {
        return ModuleContract.of(settings, external == null ? null : external.enabled());
    }

    static @Nullable ExternalInvocation of(ModuleContract contract) {
        return contract.externalInvocation() == null ? null : new ExternalInvocation(contract.externalInvocation());
    }
}
