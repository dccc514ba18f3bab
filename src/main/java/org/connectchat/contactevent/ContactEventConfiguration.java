package org.connectchat.contactevent;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.transcript.ContactInspector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that make contact events and their form. */
@Configuration(proxyBeanMethods = false)
class ContactEventConfiguration {

    @Bean
    ContactEvents contactEvents() {
        return new ContactEvents();
    }

    @Bean
    EventForm eventForm(AccountSettings account, Contacts contacts, ContactInspector inspector) {
        return new EventForm(account, new ChatMetricsOfEvents(contacts, inspector));
    }
}
