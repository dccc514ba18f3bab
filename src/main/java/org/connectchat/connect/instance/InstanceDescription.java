package org.connectchat.connect.instance;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance, as DescribeInstance and ListInstances show it (rules U11 and U12).
 *
 * @param instanceAlias absent if the instance has none and its id is no alias
 * @param inboundCallsEnabled false: the emulator has chats alone
 * @param outboundCallsEnabled false, for the same reason
 * @param tags none; absent in a list
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Instance.html">Instance</a>
 */
record InstanceDescription(
        String id,
        String arn,
        String identityManagementType,
        @Nullable String instanceAlias,
        BigDecimal createdTime,
        String serviceRole,
        String instanceStatus,
        boolean inboundCallsEnabled,
        boolean outboundCallsEnabled,
        @Nullable String instanceAccessUrl,
        @Nullable Map<String, String> tags) {}
