package org.connectchat.kit.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seed of ids and tokens, if {@code emulator.ids.seedable} is true. */
public final class Ids {

    private final Transport transport;

    Ids(Transport transport) {
        this.transport = transport;
    }

    /** The seed in use, and the one that the next reset brings. */
    public Seed read() {
        return transport.get(Seed.class, "/ids");
    }

    /** After each later reset, ids and tokens follow from this seed. */
    public Seed seed(long seed) {
        return transport.put(Seed.class, "/ids", Map.of("seed", seed));
    }

    /** After the next reset, ids and tokens are unpredictable again. */
    public Seed unseed() {
        return transport.put(Seed.class, "/ids", Map.of());
    }

    /** Seeds; null stands for unpredictable ids. */
    public record Seed(
            boolean seedable, @Nullable Long seed, @Nullable Long current) {}
}
