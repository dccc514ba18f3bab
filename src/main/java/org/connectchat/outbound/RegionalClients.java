package org.connectchat.outbound;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;

/**
 * The clients of one service, one for each region, made when they are first used.
 *
 * @param <C> the type of a client
 */
public final class RegionalClients<C extends SdkClient> implements AutoCloseable {

    /** More than AWS has. An ARN may come from a customer, so regions without end are possible. */
    private static final int MAXIMUM = 64;

    private final Function<String, C> maker;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, C> clients = new HashMap<>();

    /** With what makes the client of a region. */
    public RegionalClients(Function<String, C> maker) {
        this.maker = maker;
    }

    /**
     * The client of a region.
     *
     * @throws CallFailure if there are too many
     */
    public C in(String region) throws CallFailure {
        lock.lock();
        try {
            C client = clients.get(region);
            if (client == null) {
                if (clients.size() == MAXIMUM) {
                    throw new CallFailure(MAXIMUM + " other regions were called before");
                }
                client = maker.apply(region);
                clients.put(region, client);
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            clients.values().forEach(SdkClient::close);
        } finally {
            lock.unlock();
        }
    }
}
