package org.connectchat.restjson.stop;

import java.time.Duration;
import org.apache.catalina.core.StandardContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Logs what a stop waits for. Delayed calls have ended and sockets are closed before the web server waits for the
 * remaining requests.
 */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.Stop");
    private static final int WAITING = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    private static final long AFTER_THE_WAIT_MILLIS = 100;

    @Bean
    RequestsInService requestsInService() {
        return new RequestsInService();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> waitForRequestsOnlyOnce() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context instanceof StandardContext tomcats) {
                // Otherwise Tomcat would wait two more times for requests that the stop cuts off.
                tomcats.setUnloadDelay(AFTER_THE_WAIT_MILLIS);
            }
        });
    }

    @Bean
    StopNotice beforeTheWait(RequestsInService requests, LifecycleProperties lifecycle) {
        Duration bound = lifecycle.getTimeoutPerShutdownPhase();
        return new StopNotice(
                WAITING + 1,
                requests,
                count -> LOG.info(
                        "The stop waits at most {} for requests that are still being served: {}", bound, count));
    }

    @Bean
    StopNotice afterTheWait(RequestsInService requests) {
        return new StopNotice(
                WAITING - 1,
                requests,
                count -> LOG.warn("The stop cuts off requests that were not served in time: {}", count));
    }
}
