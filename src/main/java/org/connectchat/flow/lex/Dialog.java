package org.connectchat.flow.lex;

/** What becomes of the dialog with a bot after a turn (rule F64). */
public enum Dialog {
    /** The bot waits for the next message of the customer. */
    GOES_ON,
    /** The bot is done: the flow branches on the name of the intent. */
    OVER,
    /** The intent has failed: the action fails with NoMatchingError. */
    FAILED
}
