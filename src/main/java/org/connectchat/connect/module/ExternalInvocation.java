package org.connectchat.connect.module;

import org.connectchat.flow.store.ModuleContract;
import org.jspecify.annotations.Nullable;

/** The ExternalInvocationConfiguration of a module. */
record ExternalInvocation(@Nullable Boolean enabled) {

    static @Nullable ExternalInvocation of(ModuleContract contract) {
        return contract.externalInvocation() == null ? null : new ExternalInvocation(contract.externalInvocation());
    }
}
