package org.connectchat.flow.action.service;

/**
 * Creates a profile.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcustomerprofile.html">CreateCustomerProfile</a>
 */
final class CreateCustomerProfile extends OtherService {

    CreateCustomerProfile() {
        super("Amazon Connect Customer Profiles");
    }
}
