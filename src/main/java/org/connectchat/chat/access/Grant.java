package org.connectchat.chat.access;

import java.time.Instant;

/** What a key opens, and until when. */
record Grant(String contactId, String participantId, Instant until) {}
