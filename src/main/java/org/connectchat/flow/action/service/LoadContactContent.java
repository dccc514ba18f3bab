package org.connectchat.flow.action.service;

/**
 * Loads the text of an e-mail.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/get-stored-content.html">LoadContactContent</a>
 */
final class LoadContactContent extends OtherService {

    LoadContactContent() {
        super("stored e-mails");
    }
}
