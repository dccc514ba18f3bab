package org.connectchat.kit;

import java.net.URI;
import org.connectchat.kit.client.EmulatorClient;

/** An emulator that a test starts and stops: a child process, or a container. */
public interface EmulatorServer extends AutoCloseable {

    /** Starts it and waits until it is ready; does nothing if it runs. */
    void start();

    /** Stops it; does nothing if it does not run. */
    void stop();

    /** The address for clients of AWS and for the control API. It must run. */
    URI endpoint();

    /** A client of its control API. It must run. */
    EmulatorClient client();

    /** Stops it. */
    @Override
    default void close() {
        stop();
    }
}
