package org.connectchat.flow.files;

import java.nio.file.Path;
import java.time.Clock;
import org.connectchat.flow.FlowSettings;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.FlowStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of flows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class FlowFilesConfiguration {

    /** The folder at which users of the image mount their flows. */
    private static final Path USUAL_FOLDER = Path.of("/flows");

    private static final long PERIOD_MILLIS = 1_000;

    @Bean
    FlowFiles flowFiles(FlowSettings settings, FlowContentCheck check, FlowStore store, Clock clock) {
        FlowFileReader reader = new FlowFileReader(check, settings.strict(), clock);
        return new FlowFiles(FlowSources.of(settings, USUAL_FOLDER), reader, store, clock).start(PERIOD_MILLIS);
    }
}
