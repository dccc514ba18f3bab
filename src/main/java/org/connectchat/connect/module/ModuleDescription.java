package org.connectchat.connect.module;

import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.flow.store.StoredFlow;
import org.jspecify.annotations.Nullable;

/**
 * A module as DescribeContactFlowModule shows it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ContactFlowModule.html">ContactFlowModule</a>
 */
record ModuleDescription(
        String arn,
        String id,
        String name,
        String content,
        @Nullable String description,
        StoredFlow.State state,
        StoredFlow.Status status,
        Map<String, String> tags,
        String flowModuleContentSha256,
        long version,
        @Nullable String settings,
        @Nullable ExternalInvocation externalInvocationConfiguration) {

    static ModuleDescription of(StoredFlow module, AccountSettings account) {
        return new ModuleDescription(
                arn(module, account),
                module.id(),
                module.name(),
                module.saved().text(),
                module.description(),
                module.state(),
                module.status(),
                module.tags(),
                module.saved().sha256(),
                module.version(),
                module.contract().settings(),
                ExternalInvocation.of(module.contract()));
    }

    static String arn(StoredFlow module, AccountSettings account) {
        return account.arn(module.instanceId(), "flow-module/" + module.id());
    }
}
