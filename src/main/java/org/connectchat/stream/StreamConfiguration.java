package org.connectchat.stream;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.time.Clocks;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.DeliverySettings;
import org.connectchat.restjson.json.WireJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Makes what streams chats. Whatever delivers is made by the first streaming. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamingSettings.class)
class StreamConfiguration {

    @Bean
    TopicStreams topicStreams(
            Clocks clocks, ObjectProvider<Deliveries> deliveries, ObjectProvider<Publisher> publisher) {
        return new TopicStreams(clocks, deliveries::getObject, publisher::getObject);
    }

    @Bean
    @Lazy
    Publisher publisher(
            StreamingSettings settings,
            DeliverySettings limits,
            AccountSettings account,
            Environment environment,
            ObjectProvider<StreamFaults> faults,
            WireJson json) {
        TopicRoutes routes = new TopicRoutes(settings, environment, account.region(), limits.timeout());
        return new Publisher(
                routes,
                faults.getIfAvailable(() -> (instanceId, contactId) -> StreamFault.NONE),
                json,
                account.accountId(),
                limits.timeout());
    }
}
