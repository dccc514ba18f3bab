package org.connectchat.flow.action.service;

/**
 * Asks the customer to sign in.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/authenticate-customer.html">AuthenticateParticipant</a>
 */
final class AuthenticateParticipant extends OtherService {

    AuthenticateParticipant() {
        super("the sign-in of customers with Amazon Cognito");
    }
}
