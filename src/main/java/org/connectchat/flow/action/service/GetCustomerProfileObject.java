package org.connectchat.flow.action.service;

/**
 * Finds an object of a profile.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcustomerprofileobject.html">GetCustomerProfileObject</a>
 */
final class GetCustomerProfileObject extends OtherService {

    GetCustomerProfileObject() {
        super("Amazon Connect Customer Profiles");
    }
}
