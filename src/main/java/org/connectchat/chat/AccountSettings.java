package org.connectchat.chat;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code emulator.region} and {@code emulator.account-id}: the region and the account in the ARNs of contacts. */
@ConfigurationProperties("emulator")
public record AccountSettings(
        @DefaultValue("us-east-1") @Pattern(regexp = "[a-z]{2}(-[a-z]+)+-[0-9]", message = "must look like us-east-1")
        String region,

        @DefaultValue("000000000000") @Pattern(regexp = "[0-9]{12}", message = "must be 12 digits")
        String accountId) {

    /** The ARN of an instance. */
    public String instanceArn(String instanceId) {
        return "arn:aws:connect:" + region + ":" + accountId + ":instance/" + instanceId;
    }

    /** The ARN of a resource that belongs to an instance. */
    public String arn(String instanceId, String resource) {
        return instanceArn(instanceId) + "/" + resource;
    }
}
