package org.connectchat;

import java.net.URI;
import org.connectchat.restjson.url.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs, once the emulator is ready, where it listens, what to paste into a shell to use it, and, as a comment of the shell,
 * what was built.
 */
@Component
final class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final PublicUrl publicUrl;
    private final ServerProperties server;

    ReadyLine(PublicUrl publicUrl, ServerProperties server) {
        this.publicUrl = publicUrl;
        this.server = server;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return; // a test without a server
        }
        URI configured = publicUrl.configured();
        String scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
        URI url = configured == null ? URI.create(scheme + "://localhost:" + port) : configured;
        LOG.info(
                "Ready on port {}. Use it with: export AWS_ENDPOINT_URL_CONNECT={} AWS_ENDPOINT_URL_CONNECTPARTICIPANT={} # {}",
                port,
                url,
                url,
                Build.read());
    }
}
