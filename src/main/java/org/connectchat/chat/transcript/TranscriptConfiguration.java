package org.connectchat.chat.transcript;

import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Deadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that read chats. */
@Configuration(proxyBeanMethods = false)
class TranscriptConfiguration {

    @Bean
    Transcripts transcripts(ChatStore chats) {
        return new Transcripts(chats);
    }

    @Bean
    ContactInspector contactInspector(ChatStore chats, Transcripts transcripts, Deadlines deadlines) {
        return new ContactInspector(chats, transcripts, deadlines);
    }
}
