package org.connectchat.control.ids;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of ids. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdSettings.class)
class IdsConfiguration {}
