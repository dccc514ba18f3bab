package org.connectchat.flow.action.service;

/**
 * Associates the contact with a profile.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html">AssociateContactToCustomerProfile</a>
 */
final class AssociateContactToCustomerProfile extends OtherService {

    AssociateContactToCustomerProfile() {
        super("Amazon Connect Customer Profiles");
    }
}
