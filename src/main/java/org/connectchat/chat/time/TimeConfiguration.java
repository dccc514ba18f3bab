package org.connectchat.chat.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the deadlines. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    EmulatorClock clock() {
        return new EmulatorClock(Clock.systemUTC());
    }

    @Bean
    Deadlines deadlines(EmulatorClock clock) {
        return new Deadlines(clock).start();
    }

    @Bean
    TimeTravel timeTravel(EmulatorClock clock, Deadlines deadlines) {
        return new TimeTravel(clock, deadlines);
    }
}
