package org.connectchat.attachment;

import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.transcript.Transcripts;
import org.connectchat.restjson.body.RequestBodies;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the files of chats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {

    @Bean
    AttachmentFolder attachmentFolder(AttachmentSettings settings) {
        return new AttachmentFolder(settings.folder());
    }

    @Bean
    AttachmentStore attachmentStore(AttachmentFolder folder, ChatContactService chats) {
        return new AttachmentStore(folder, chats);
    }

    @Bean
    AttachmentUploads attachmentUploads(
            Clocks clocks,
            AttachmentSettings settings,
            ChatContactService chats,
            Contacts contacts,
            ChatParticipants participants,
            IdGenerator ids,
            AttachmentStore store,
            ChatMemory memory) {
        return new AttachmentUploads(clocks, settings, chats, contacts, participants, ids, store, memory);
    }

    @Bean
    AttachmentDownloads attachmentDownloads(
            Clocks clocks,
            ChatContactService chats,
            Contacts contacts,
            ChatParticipants participants,
            Transcripts transcripts,
            IdGenerator ids,
            AttachmentStore store,
            ChatMemory memory) {
        return new AttachmentDownloads(clocks, chats, contacts, participants, transcripts, ids, store, memory);
    }

    @Bean
    AttachmentArchive attachmentArchive(AttachmentStore store, AttachmentUploads uploads) {
        return new AttachmentArchive(store, uploads);
    }

    @Bean
    TransferMapping transferMapping(AttachmentUploads uploads, AttachmentDownloads downloads, RequestBodies requests) {
        return new TransferMapping(new UploadEndpoint(uploads, requests), new DownloadEndpoint(downloads));
    }
}
