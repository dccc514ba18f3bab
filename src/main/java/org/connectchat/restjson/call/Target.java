package org.connectchat.restjson.call;

import org.jspecify.annotations.Nullable;

/**
 * The instance and the contact of a call.
 *
 * @param contactId the contact that the caller names, known or not; null if it names none
 */
public record Target(String instanceId, @Nullable String contactId) {}
