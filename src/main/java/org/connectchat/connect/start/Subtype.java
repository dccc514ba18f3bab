package org.connectchat.connect.start;

/** The segment attribute that says what kind of chat a chat is (rules B10 and I22). */
final class Subtype {

    static final String KEY = "connect:Subtype";
    static final String CHAT = "connect:Chat";
    static final String GUIDE = "connect:Guide";

    private Subtype() {}
}
