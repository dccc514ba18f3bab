package org.connectchat.control.ids;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.ids.*}: where ids and tokens come from.
 *
 * @param seedable whether a test may make them predictable; predictable tokens protect nothing
 */
@ConfigurationProperties("emulator.ids")
public record IdSettings(@DefaultValue("false") boolean seedable) {}
