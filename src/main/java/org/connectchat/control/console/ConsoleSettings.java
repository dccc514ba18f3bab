package org.connectchat.control.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.console.*}.
 *
 * @param enabled whether the console is served
 */
@ConfigurationProperties("emulator.console")
record ConsoleSettings(@DefaultValue("true") boolean enabled) {}
