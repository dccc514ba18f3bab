package org.connectchat.connect;

import org.connectchat.chat.Contact;

/** Makes the ARNs of contacts in the emulated region and account. */
record ContactArn(String region, String accountId) {

    String of(Contact contact) {
        return "arn:aws:connect:" + region + ":" + accountId + ":instance/" + contact.instanceId() + "/contact/"
                + contact.id();
    }
}
