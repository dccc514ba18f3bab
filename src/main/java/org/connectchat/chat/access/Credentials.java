package org.connectchat.chat.access;

import java.time.Instant;
import org.connectchat.chat.identity.ParticipantToken;

/** A connection token and the moment from which it is no longer valid. */
public record Credentials(ParticipantToken connectionToken, Instant expiry) {}
