package org.connectchat.contactevent.eventbridge;

import java.net.URI;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.contactevent.ContactEvents;
import org.connectchat.contactevent.EventForm;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.DeliverySettings;
import org.connectchat.outbound.AccessKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sends events if an event bus is configured. The client is made by the first event. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventBridgeSettings.class)
class EventBridgeConfiguration {

    @Bean
    EventDelivery eventDelivery(
            EventBridgeSettings settings,
            DeliverySettings limits,
            ContactEvents events,
            EventForm form,
            Contacts contacts,
            ObjectProvider<Deliveries> deliveries,
            Environment environment) {
        URI url = settings.url(environment);
        if (url == null) {
            return new EventDelivery(null, deliveries::getObject);
        }
        EventDelivery delivery = new EventDelivery(
                new EventBridgeRecipient(
                        () -> new EventBus(url, AccessKey.of(environment), settings.eventBus(), form),
                        contacts,
                        limits),
                deliveries::getObject);
        events.subscribe(delivery::send);
        return delivery;
    }
}
