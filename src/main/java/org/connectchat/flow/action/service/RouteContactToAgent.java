package org.connectchat.flow.action.service;

/**
 * Routes the contact to an agent. AWS has no documentation of its parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html">Flow actions</a>
 */
final class RouteContactToAgent extends OtherService {

    RouteContactToAgent() {
        super("a search for agents");
    }
}
