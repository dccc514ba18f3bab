package org.connectchat.flow.action.service;

/**
 * Finds a profile, whose fields are then below {@code $.Customer}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcustomerprofile.html">GetCustomerProfile</a>
 */
final class GetCustomerProfile extends OtherService {

    GetCustomerProfile() {
        super("Amazon Connect Customer Profiles");
    }
}
