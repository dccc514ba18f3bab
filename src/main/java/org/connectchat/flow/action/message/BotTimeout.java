package org.connectchat.flow.action.message;

/** How long a bot may wait for the customer, in seconds (rule F59). */
final class BotTimeout {

    static final long MIN_SECONDS = 60;
    static final long MAX_SECONDS = 604_800;

    private BotTimeout() {}
}
