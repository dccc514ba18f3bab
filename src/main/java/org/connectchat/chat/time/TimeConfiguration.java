package org.connectchat.chat.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks and the deadlines. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clocks clocks() {
        return new Clocks(Clock.systemUTC());
    }

    /** For what belongs to no instance. */
    @Bean
    EmulatorClock clock(Clocks clocks) {
        return clocks.emulator();
    }

    @Bean
    Deadlines deadlines(Clocks clocks) {
        return new Deadlines(clocks).start();
    }

    @Bean
    TimeTravels timeTravels(Clocks clocks, Deadlines deadlines) {
        return new TimeTravels(clocks, deadlines);
    }
}
