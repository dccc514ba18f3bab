package org.connectchat.kit.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The emulator refused a call of the control API, or could not be reached. */
public final class EmulatorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String[] fields;

    EmulatorException(String message, int status, List<String> fields, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.fields = fields.toArray(new String[0]);
    }

    /** The HTTP status; 0 if there was no response. */
    public int status() {
        return status;
    }

    /** The fields of the request that are wrong, as the emulator names them. */
    public List<String> fields() {
        return List.of(fields);
    }
}
