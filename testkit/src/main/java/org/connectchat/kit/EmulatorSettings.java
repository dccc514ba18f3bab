package org.connectchat.kit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of an emulator, before its start. {@code docs/settings.md} of the emulator has all of them.
 *
 * @param <S> the type that has the settings
 */
public interface EmulatorSettings<S> {

    /** Any setting, such as {@code emulator.chat.retention} and {@code 1h}. */
    S withSetting(String name, String value);

    /** The {@code .json} files of this folder are flows and modules of every instance. */
    S withFlows(Path folder);

    /** The token that the control API asks for, and that {@link EmulatorServer#client()} shows. */
    S withControlToken(String token);

    /** The region in ARNs. */
    default S withRegion(String region) {
        return withSetting("emulator.region", region);
    }

    /** The account in ARNs: 12 digits. */
    default S withAccountId(String accountId) {
        return withSetting("emulator.account-id", accountId);
    }

    /** Flows that ship with the emulator: {@code greeter}, {@code support-desk}. */
    default S withSampleFlows(String... samples) {
        return withSetting("emulator.flows.samples", String.join(",", samples));
    }

    /** No call is refused because there are too many. */
    default S withoutThrottling() {
        return withSetting("emulator.throttling.enabled", "false");
    }

    /** How many active chats each instance may have. */
    default S withConcurrentActiveChats(int chats) {
        return withSetting("emulator.quotas.concurrent-active-chats", Integer.toString(chats));
    }

    /** A chat ends if its customer has not connected by then. */
    default S withConnectionDeadline(Duration deadline) {
        return withSetting("emulator.chat.connection-deadline", deadline.toString());
    }

    /** The control API may derive ids and tokens from a seed. */
    default S withSeedableIds() {
        return withSetting("emulator.ids.seedable", "true");
    }

    /** A server with the Publish operation of SNS, which gets the messages of streamed chats. */
    default S withStreamingTo(URI endpoint) {
        return withSetting("emulator.streaming.endpoint", endpoint.toString());
    }

    /** A server with the PutEvents operation of EventBridge, which gets contact events. */
    default S withEventsTo(URI endpoint) {
        return withSetting("emulator.eventbridge.endpoint", endpoint.toString());
    }

    /** A server with the Invoke operation of AWS Lambda, which has the functions of flows. */
    default S withFunctionsAt(URI endpoint) {
        return withSetting("emulator.flows.lambda.endpoint", endpoint.toString());
    }
}
