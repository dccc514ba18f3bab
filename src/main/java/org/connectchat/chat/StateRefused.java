package org.connectchat.chat;

/** A document of saved state is wrong, and nothing of it is loaded. The message repeats no value of the document. */
public final class StateRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    /**
     * A fault in a document.
     *
     * @param path the wrong member, as in {@code chats[3].contacts[0].id}; empty for the whole document
     * @param problem what is wrong with it, as a clause such as "must be an instant"
     */
    public StateRefused(String path, String problem) {
        // The document is at fault, not the code that finds it: the stack trace is never read.
        super(path.isEmpty() ? problem : path + ": " + problem, null, false, false);
        this.path = path;
        this.problem = problem;
    }

    /** Refuses a document in which something does not hold. */
    public static void unless(boolean holds, String path, String problem) {
        if (!holds) {
            throw new StateRefused(path, problem);
        }
    }

    /** The wrong member; empty for the whole document. */
    public String path() {
        return path;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }

    /** The same fault, seen from the record that holds the member of this name, as in {@code chats[3]}. */
    public StateRefused within(String member) {
        String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new StateRefused(member + separator + path, problem);
    }
}
