package org.connectchat.restjson.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between services that speak restJson1: the names of the errors they share and the shape of a body. */
public interface Dialect {

    /** A body that is not the JSON object it should be (rules T3 and T6). */
    ErrorType malformed();

    /** All errors that the service knows by name. */
    default List<? extends ErrorType> errors() {
        return List.of();
    }

    /** The error of an unexpected failure (rule T10). */
    ErrorType internal();

    /** The JSON body of an error (rules T8 and T16). */
    Map<String, ?> errorBody(ErrorType type, String message);

    /** Whether a body must have the content type {@code application/json} (rule T2). */
    default boolean insistsOnJson() {
        return true;
    }

    /** Whether its calls are signed with the keys of an AWS account. */
    default boolean isSigned() {
        return false;
    }

    /** Translates a refusal of the domain into an error of this service; null for any other exception. */
    default @Nullable AwsException translate(Exception refusal) {
        return null;
    }
}
