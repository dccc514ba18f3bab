package org.connectchat.kit.junit;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** Clients of the AWS SDK for Java 2, told only where the emulator is. Loaded only where the SDK is. */
final class AwsClients {

    private AwsClients() {}

    static boolean isClient(Class<?> type) {
        return type.isInterface() && SdkClient.class.isAssignableFrom(type);
    }

    static Object create(Class<?> type, URI endpoint) {
        try {
            AwsClientBuilder<?, ?> builder =
                    (AwsClientBuilder<?, ?>) type.getMethod("builder").invoke(null);
            builder.endpointOverride(endpoint);
            builder.region(Region.US_EAST_1);
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
            return builder.build();
        } catch (NoSuchMethodException | IllegalAccessException | ClassCastException e) {
            throw new IllegalArgumentException(type + " is no client of an AWS service", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("A " + type.getSimpleName() + " cannot be built", e.getCause());
        }
    }
}
