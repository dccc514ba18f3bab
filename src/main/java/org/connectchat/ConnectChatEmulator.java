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
        // It makes validators, converters and codecs on a second thread, most of which a start does not use.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        if (System.getenv("PORTFILE") != null) {
            // The container's health check reads there which port was chosen.
            application.addListeners(new WebServerPortFileWriter());
        }
        application.run(arguments);
        BufferedConsole.install(); // after the ready line, and never before the line of a start that fails
    }
}
