package org.connectchat.restjson.stop;

import java.util.function.LongConsumer;
import org.springframework.context.SmartLifecycle;

/** Reports, at one phase of a stop, how many requests are still being served, if there are any. */
final class StopNotice implements SmartLifecycle {

    private final int phase;
    private final RequestsInService requests;
    private final LongConsumer notice;
    private volatile boolean running;

    StopNotice(int phase, RequestsInService requests, LongConsumer notice) {
        this.phase = phase;
        this.requests = requests;
        this.notice = notice;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        long count = requests.count();
        if (count > 0) {
            notice.accept(count);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
