package org.connectchat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rule V40: {@code /actuator/info}. Spring Boot's auto-configuration would make more, and read files at the start. */
@Configuration(proxyBeanMethods = false)
class BuildInfo {

    @Bean
    InfoEndpoint infoEndpoint() {
        return new InfoEndpoint(List.of(info -> info.withDetail("build", details(Build.read()))));
    }

    private static Map<String, String> details(Build build) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", "connect-chat-emulator");
        details.put("version", build.version());
        if (build.commit() != null) {
            details.put("commit", build.commit());
        }
        return details;
    }
}
