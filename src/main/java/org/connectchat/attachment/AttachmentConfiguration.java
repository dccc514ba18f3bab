package org.connectchat.attachment;

import java.time.Clock;
import org.connectchat.chat.ChatContactService;
import org.connectchat.chat.ChatMemory;
import org.connectchat.chat.ChatParticipants;
import org.connectchat.chat.Handles;
import org.connectchat.restjson.body.RequestBodies;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts attachments together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {

    @Bean
    AttachmentFolder attachmentFolder(AttachmentSettings settings) {
        return new AttachmentFolder(settings.folder());
    }

    @Bean
    Attachments attachments(
            Clock clock,
            AttachmentSettings settings,
            ChatContactService chats,
            ChatParticipants participants,
            Handles handles,
            AttachmentFolder folder,
            ChatMemory memory) {
        return new Attachments(clock, settings, chats, participants, handles, folder, memory);
    }

    @Bean
    TransferMapping transferMapping(Attachments attachments, RequestBodies requests) {
        return new TransferMapping(new UploadEndpoint(attachments, requests), new DownloadEndpoint(attachments));
    }
}
