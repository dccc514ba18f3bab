package org.connectchat.flow.action.service;

/**
 * Finds calculated attributes of a profile.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-getcalculatedattributesforcustomerprofile.html">GetCalculatedAttributesForCustomerProfile</a>
 */
final class GetCalculatedAttributesForCustomerProfile extends OtherService {

    GetCalculatedAttributesForCustomerProfile() {
        super("Amazon Connect Customer Profiles");
    }
}
