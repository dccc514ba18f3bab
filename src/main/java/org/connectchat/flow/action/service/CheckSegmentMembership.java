package org.connectchat.flow.action.service;

/**
 * Branches on whether a profile is in a segment of customers.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles-block.html">CheckSegmentMembership</a>
 */
final class CheckSegmentMembership extends OtherService {

    CheckSegmentMembership() {
        super("Amazon Connect Customer Profiles");
    }
}
