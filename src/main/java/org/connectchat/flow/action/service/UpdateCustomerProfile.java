package org.connectchat.flow.action.service;

/**
 * Changes a profile.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-updatecustomerprofile.html">UpdateCustomerProfile</a>
 */
final class UpdateCustomerProfile extends OtherService {

    UpdateCustomerProfile() {
        super("Amazon Connect Customer Profiles");
    }
}
