package org.connectchat.flow.action.service;

/**
 * Creates a case.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/createcase.html">CreateCase</a>
 */
final class CreateCase extends OtherService {

    CreateCase() {
        super("Amazon Connect Cases");
    }
}
