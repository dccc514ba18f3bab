package org.connectchat.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses ports and an address at which no server can listen. The server itself would fail without the name of the setting. */
@Component
final class ServerSettings implements SmartInitializingSingleton {

    static final String PORT = "server.port";
    static final String MANAGEMENT_PORT = "management.server.port";
    static final String ADDRESS = "server.address";

    private static final int HIGHEST_PORT = 65_535;
    private static final int NO_MANAGEMENT = -1;

    private final Environment environment;

    ServerSettings(Environment environment) {
        this.environment = environment;
    }

    /** Runs before the server opens its port. */
    @Override
    public void afterSingletonsInstantiated() {
        checkPort(PORT, 0);
        checkPort(MANAGEMENT_PORT, NO_MANAGEMENT);
        String address = environment.getProperty(ADDRESS, "");
        if (!address.isBlank() && !isOfThisMachine(address)) {
            throw new InvalidConfigurationPropertyValueException(ADDRESS, address, "it is no address of this machine");
        }
    }

    private void checkPort(String name, int lowest) {
        Integer port = environment.getProperty(name, Integer.class);
        if (port != null && (port < lowest || port > HIGHEST_PORT)) {
            throw new InvalidConfigurationPropertyValueException(name, port, "it is no port");
        }
    }

    private static boolean isOfThisMachine(String name) {
        try {
            InetAddress address = InetAddress.getByName(name);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false; // a name that nothing resolves
        }
    }
}
