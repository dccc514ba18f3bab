package org.connectchat.flow.lex;

/** A setting of bots that breaks a rule, which stops the start. */
final class WrongLexSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final String reason;

    WrongLexSetting(String property, String reason) {
        super(property + " " + reason);
        this.property = property;
        this.reason = reason;
    }

    String property() {
        return property;
    }

    String reason() {
        return reason;
    }
}
