package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.routing.ContactCentre.INSTANCE_ID;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.agent;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.connectchat.flow.routing.StandingAgent.State;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

class RoutingUnderLoadTest {

    private static final int THREADS = 100;
    private static final int CONTACTS = 30;
    private static final int PLACES = 3;
    private static final List<String> AGENTS = List.of("ada", "bob", "cem", "dot");

    private final ContactCentre centre =
            new ContactCentre(AGENTS.stream().map(id -> agent(id, PLACES)).toArray(StandingAgent[]::new));
    private final QueueLines lines = centre.lines;
    private final Routing routing = centre.routing;

    /** Contacts that got an agent, ever. */
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    private final Map<String, AtomicInteger> chats = new ConcurrentHashMap<>();
    private final Queue<Assignment> going = new ConcurrentLinkedQueue<>();

    @Test
    @Rule("F73")
    void noContactIsAssignedTwiceAndNoCapacityIsExceeded() {
        List<Integer> left = Simultaneously.call(THREADS, number -> {
            Random random = new Random(number);
            int withoutAgent = 0;
            for (int i = 0; i < CONTACTS; i++) {
                String id = number + "-" + i;
                lines.enter(centre.contact(id, SALES), Integer.MAX_VALUE);
                lines.reprioritise(id, 1 + random.nextInt(9));
                routing.assign().forEach(assignment -> carryOut(assignment, random));
                if (random.nextBoolean()) {
                    withoutAgent += lines.leave(id) ? 1 : 0;
                }
                end(random.nextInt(3));
            }
            return withoutAgent;
        });
        int withoutAgent = left.stream().mapToInt(Integer::intValue).sum();

        while (lines.size(INSTANCE_ID, SALES) > 0) {
            callAllBack();
            routing.assign().forEach(assignment -> carryOut(assignment, new Random(1)));
            end(Integer.MAX_VALUE);
        }
        end(Integer.MAX_VALUE);

        assertThat(joined).hasSize(THREADS * CONTACTS - withoutAgent);
        assertThat(centre.agents.of(null))
                .allMatch(
                        status -> status.chats().isEmpty() && status.reserved().isEmpty());
        assertThat(chats.values()).allMatch(count -> count.get() == 0);
    }

    private void carryOut(Assignment assignment, Random random) {
        if (random.nextInt(10) == 0) {
            routing.failed(assignment);
            callAllBack();
        } else if (routing.accepted(assignment)) {
            assertThat(joined.add(assignment.contact().contactId())).isTrue();
            assertThat(chatsOf(assignment).incrementAndGet()).isLessThanOrEqualTo(PLACES);
            going.add(assignment);
        }
    }

    private void end(int most) {
        Stream.generate(going::poll)
                .limit(most)
                .takeWhile(ended -> ended != null)
                .forEach(ended -> {
                    chatsOf(ended).decrementAndGet();
                    assertThat(routing.released(ended.contact().contactId())).isTrue();
                });
    }

    private AtomicInteger chatsOf(Assignment assignment) {
        return chats.computeIfAbsent(assignment.agent().id(), id -> new AtomicInteger());
    }

    private void callAllBack() {
        AGENTS.forEach(id -> centre.agents.patch(AgentKey.ofAll(id), AgentChange.to(State.AVAILABLE)));
    }

    @Test
    @Rule("F73")
    void agentsThatComeAndGoLoseNoContact() {
        List<String> got = Simultaneously.call(THREADS, number -> {
                    String agentId = AGENTS.get(number % AGENTS.size());
                    String contactId = "c" + number;
                    centre.enter(centre.contact(contactId, SALES));
                    if (number % 2 == 0) {
                        centre.agents.remove(AgentKey.ofAll(agentId));
                    } else {
                        centre.agents.put(agent(agentId, THREADS));
                    }
                    return routing.assign().stream()
                            .filter(routing::accepted)
                            .map(assignment -> assignment.contact().contactId())
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        AGENTS.forEach(id -> centre.agents.put(agent(id, THREADS)));

        List<String> later = routing.assign().stream()
                .filter(routing::accepted)
                .map(assignment -> assignment.contact().contactId())
                .toList();

        assertThat(Stream.concat(got.stream(), later.stream()))
                .doesNotHaveDuplicates()
                .hasSize(THREADS);
        assertThat(lines.size(INSTANCE_ID, SALES)).isZero();
    }
}
