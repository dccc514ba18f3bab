package org.connectchat.flow.action.service;

/**
 * Finds a case, whose fields are then below {@code $.Case}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/getcase.html">GetCase</a>
 */
final class GetCase extends OtherService {

    GetCase() {
        super("Amazon Connect Cases");
    }
}
