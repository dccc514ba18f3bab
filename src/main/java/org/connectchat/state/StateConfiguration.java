package org.connectchat.state;

import static java.util.Objects.requireNonNull;

import org.connectchat.attachment.AttachmentArchive;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatArchive;
import org.connectchat.flow.run.FlowsState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The beans that save and load the state. Those that do it are made when the first document is asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StateSettings.class)
class StateConfiguration {

    @Bean
    StateReplacement stateReplacement() {
        return new StateReplacement();
    }

    @Bean
    @Lazy
    StateArchive stateArchive(
            StateReplacement replacing,
            ChatArchive chats,
            AttachmentArchive attachments,
            FlowsState flows,
            IdGenerator ids,
            ChatMemory memory,
            Environment environment) {
        boolean seedable = environment.getProperty("emulator.ids.seedable", Boolean.class, false);
        DocumentMemory documents =
                new DocumentMemory(memory.budget(), Runtime.getRuntime().maxMemory());
        return new StateArchive(replacing, chats, attachments, flows, ids, documents, seedable);
    }

    @Bean
    @ConditionalOnProperty("emulator.state.file")
    StateFile stateFile(StateSettings settings, ObjectProvider<StateArchive> archive) {
        return new StateFile(requireNonNull(settings.file()), archive::getObject);
    }
}
