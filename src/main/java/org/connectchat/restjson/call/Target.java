package org.connectchat.restjson.call;

import org.jspecify.annotations.Nullable;

/**
 * What a call is about.
 *
 * @param contactId the contact that the caller names, known or not; null if it names none
 */
public record Target(String instanceId, @Nullable String contactId) {}
