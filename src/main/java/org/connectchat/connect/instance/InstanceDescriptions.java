package org.connectchat.connect.instance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.chat.AccountSettings;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes instances. All of them were created when the emulator started. */
@Component
final class InstanceDescriptions {

    private static final Pattern ALIAS = Pattern.compile(Instance.ALIAS);

    private final AccountSettings account;
    private final BigDecimal createdTime;

    InstanceDescriptions(AccountSettings account) {
        this.account = account;
        // the start of this process: the clock that tests move says nothing about it
        this.createdTime = Timestamps.epochSeconds(Instant.now());
    }

    /** As DescribeInstance shows it. */
    InstanceDescription whole(Instance instance) {
        return description(instance, Map.of());
    }

    /** As ListInstances shows it. */
    InstanceDescription summary(Instance instance) {
        return description(instance, null);
    }

    private InstanceDescription description(Instance instance, @Nullable Map<String, String> tags) {
        String id = ResourceId.of(instance.id());
        String alias = alias(instance, id);
        return new InstanceDescription(
                id,
                account.instanceArn(id),
                "CONNECT_MANAGED",
                alias,
                createdTime,
                "arn:aws:iam::" + account.accountId()
                        + ":role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect",
                "ACTIVE",
                false,
                false,
                alias == null ? null : "https://" + alias + ".my.connect.aws",
                tags);
    }

    private static @Nullable String alias(Instance instance, String id) {
        String alias = instance.alias() == null ? id : instance.alias();
        return ALIAS.matcher(alias).matches() ? alias : null;
    }
}
