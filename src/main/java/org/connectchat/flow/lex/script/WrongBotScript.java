package org.connectchat.flow.lex.script;

/** A script is not valid (rule F69). */
public final class WrongBotScript extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    WrongBotScript(String path, String reason) {
        super(path + " " + reason);
        this.path = path;
        this.reason = reason;
    }

    /** The member that breaks the rule, such as {@code rules[0].when.regex}; empty for the name of the bot. */
    public String path() {
        return path;
    }

    /** What the member must be. */
    public String reason() {
        return reason;
    }
}
