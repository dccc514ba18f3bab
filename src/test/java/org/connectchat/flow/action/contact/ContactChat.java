package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.run.FlowFixture;

/** A chat whose flows have the action types of this package. */
final class ContactChat {

    private ContactChat() {}

    static FlowFixture chat() {
        return new FlowFixture(fixture -> types(fixture));
    }

    private static List<ActionType> types(FlowFixture fixture) {
        List<ActionType> types =
                new ArrayList<>(ContactActions.all(fixture.bean(Contacts.class), fixture.bean(PersistentChats.class)));
        types.add(new ActionFlow.Stay());
        return types;
    }

    /** Runs a flow of one action in a new chat. */
    static FlowFixture ran(String type, String parameters) {
        return chat().flow("a-flow", ActionFlow.of(type, parameters)).startAndConnect("a-flow");
    }

    static void assertSucceeded(FlowFixture chat) {
        assertThat(chat.log()).allSatisfy(entry -> assertThat(entry.reason()).isNull());
        assertThat(chat.log().get(chat.log().size() - 1).nextAction()).isEqualTo(ActionFlow.DONE);
    }

    static void assertFailed(FlowFixture chat, String reason) {
        assertThat(chat.log()).last().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo("NoMatchingError");
            assertThat(entry.reason()).contains(reason);
            assertThat(entry.nextAction()).isEqualTo(ActionFlow.FAILED);
        });
    }
}
