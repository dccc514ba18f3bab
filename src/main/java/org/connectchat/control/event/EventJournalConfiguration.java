package org.connectchat.control.event;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the journal of contact events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventJournalSettings.class)
class EventJournalConfiguration {}
