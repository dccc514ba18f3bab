package org.connectchat.flow.action.service;

import java.util.List;
import org.connectchat.flow.action.ActionType;

/** The action types of this package. */
public final class ServiceActions {

    private ServiceActions() {}

    /** One of each type. */
    public static List<ActionType> all() {
        return List.of(
                new AssociateContactToCustomerProfile(),
                new AuthenticateParticipant(),
                new CheckSegmentMembership(),
                new CreateCase(),
                new CreateCustomerProfile(),
                new CreateTask(),
                new CreateWisdomSession(),
                new GetCalculatedAttributesForCustomerProfile(),
                new GetCase(),
                new GetCustomerProfile(),
                new GetCustomerProfileObject(),
                new LoadContactContent(),
                new RouteContactToAgent(),
                new StartOutboundChatContact(),
                new UpdateCase(),
                new UpdateCustomerProfile());
    }
}
