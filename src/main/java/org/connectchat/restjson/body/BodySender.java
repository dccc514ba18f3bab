package org.connectchat.restjson.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one body whenever its client has read some of it. */
final class BodySender implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(BodySender.class);
    private static final int CHUNK = 16_384;

    private final AsyncContext async;
    private final ServletOutputStream output;
    private final InputStream body;
    private final AtomicBoolean over = new AtomicBoolean();
    private Patience.@Nullable Watch watch;

    BodySender(AsyncContext async, InputStream body) throws IOException {
        this.async = async;
        this.output = async.getResponse().getOutputStream();
        this.body = body;
    }

    void start(Patience patience, Duration perMebibyte, Runnable breakOff) {
        async.setTimeout(0); // the watch has a time limit of its own
        async.addListener(this);
        watch = patience.watch(perMebibyte, breakOff);
        output.setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!over.get() && output.isReady()) {
            int length = body.read(chunk);
            if (length < 0) {
                end();
                async.complete();
                return;
            }
            output.write(chunk, 0, length);
            carried(length);
        }
    }

    private void carried(int length) {
        Patience.Watch current = watch;
        if (current != null) {
            current.carried(length);
        }
    }

    private void end() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        Patience.Watch current = watch;
        if (current != null) {
            current.over();
        }
        try {
            body.close();
        } catch (IOException e) {
            LOG.warn("The source of a response could not be closed", e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The reader of a response is gone", failure);
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(); // only when the container stops
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // no other asynchronous work is started
    }
}
