package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.routing.AgentStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chat that is saved and loaded after each step goes on as one that is not. */
class ReloadedFlowsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.connectchat.flow.run.ReloadScenarios#all")
    void itGoesOnAsIfItHadNotBeenSaved(String name, String flow, List<Consumer<FlowFixture>> steps) {
        List<String> usual = new ArrayList<>();
        List<String> reloaded = new ArrayList<>();
        FlowFixture one = ReloadedChat.started(flow);
        FlowFixture other = Documents.reload(ReloadedChat.started(flow));
        for (Consumer<FlowFixture> step : steps) {
            step.accept(one);
            usual.add(seen(one));
            step.accept(other);
            Documents.reload(other);
            reloaded.add(seen(other));
        }

        assertThat(usual.get(usual.size() - 1)).as("the scenario moves").isNotEqualTo(usual.get(0));
        assertThat(reloaded).isEqualTo(usual);
    }

    /** All that can be seen of a chat but ids, in words. */
    private static String seen(FlowFixture chat) {
        StringBuilder seen = new StringBuilder();
        for (ChatItem item : chat.items()) {
            seen.append(item.contentType()).append(' ').append(item.content()).append('\n');
        }
        for (FlowLogEntry entry : chat.log()) {
            seen.append(List.of(
                            entry.number(),
                            entry.at(),
                            entry.flowId(),
                            entry.identifier(),
                            entry.parameters(),
                            entry.outcome()))
                    .append(entry.reason())
                    .append(entry.nextAction())
                    .append('\n');
        }
        FlowPosition position = chat.inspector().position(chat.contact().id());
        seen.append(position.state())
                .append(position.run())
                .append(position.hooks())
                .append(position.positionInQueue());
        for (AgentStatus agent : chat.standingAgents.of(null)) {
            seen.append(agent.agent())
                    .append(agent.setAside())
                    .append(agent.chats().size())
                    .append(agent.reserved().size());
        }
        chat.routing.offers().open().forEach(offer -> seen.append(offer.offeredUntil()));
        return seen.append(chat.contact().timeline()).toString();
    }
}
