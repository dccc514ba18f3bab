package org.connectchat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;
import org.springframework.context.annotation.Import;

/** Starts the emulator of Amazon Connect chat. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(ComponentImports.class)
public class ConnectChatEmulator {

    public static void main(String[] arguments) {
        OutOfMemory.endsTheProcess();
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        if (System.getenv("PORTFILE") != null) {
            // The container's health check reads there which port was chosen.
            application.addListeners(new WebServerPortFileWriter());
        }
        application.run(arguments);
    }
}
