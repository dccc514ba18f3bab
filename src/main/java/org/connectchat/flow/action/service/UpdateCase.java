package org.connectchat.flow.action.service;

/**
 * Changes a case.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/updatecase.html">UpdateCase</a>
 */
final class UpdateCase extends OtherService {

    UpdateCase() {
        super("Amazon Connect Cases");
    }
}
