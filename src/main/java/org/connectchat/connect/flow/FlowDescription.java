package org.connectchat.connect.flow;

import java.math.BigDecimal;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * A flow as DescribeContactFlow shows it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ContactFlow.html">ContactFlow</a>
 */
record FlowDescription(
        String arn,
        String id,
        String name,
        FlowType type,
        StoredFlow.State state,
        StoredFlow.Status status,
        @Nullable String description,
        String content,
        Map<String, String> tags,
        String flowContentSha256,
        long version,
        BigDecimal lastModifiedTime,
        String lastModifiedRegion) {

    static FlowDescription of(
            StoredFlow flow, StoredContent content, StoredFlow.Status status, AccountSettings account) {
        return new FlowDescription(
                arn(flow, account),
                flow.id(),
                flow.name(),
                flow.type(),
                flow.state(),
                status,
                flow.description(),
                content.text(),
                flow.tags(),
                content.sha256(),
                flow.version(),
                Timestamps.epochSeconds(flow.lastModified()),
                account.region());
    }

    static String arn(StoredFlow flow, AccountSettings account) {
        return account.arn(flow.instanceId(), "contact-flow/" + flow.id());
    }
}
