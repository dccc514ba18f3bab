package org.connectchat.chat;

/** Whether a start may choose the duration of its chat, which AWS enables account by account (rule I27). */
public enum CustomDuration {
    ALLOWED,
    REFUSED
}
