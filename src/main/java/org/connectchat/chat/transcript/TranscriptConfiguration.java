package org.connectchat.chat.transcript;

import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.time.Deadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read of chats. */
@Configuration(proxyBeanMethods = false)
class TranscriptConfiguration {

    @Bean
    Transcripts transcripts(ContactStore contacts, Conversations conversations) {
        return new Transcripts(contacts, conversations);
    }

    @Bean
    ContactInspector contactInspector(Conversations conversations, Deadlines deadlines) {
        return new ContactInspector(conversations, deadlines);
    }
}
