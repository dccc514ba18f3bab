package org.connectchat.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Supplier;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ItemStream;
import org.connectchat.chat.conversation.ItemStreamOpener;
import org.connectchat.chat.conversation.SavedStream;
import org.connectchat.chat.time.Clocks;
import org.connectchat.delivery.AllOutcomes;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.LaneSource;
import org.springframework.util.function.SingletonSupplier;

/** Opens a lane for each streaming of a chat. The lanes and what they need are made by the first one. */
public final class TopicStreams implements ItemStreamOpener {

    private final Clocks clocks;
    private final Supplier<Deliveries> deliveries;
    private final Supplier<Publisher> publisher;
    private final SingletonSupplier<AllOutcomes> outcomes;

    TopicStreams(Clocks clocks, Supplier<Deliveries> deliveries, Supplier<Publisher> publisher) {
        this.clocks = clocks;
        this.deliveries = deliveries;
        this.publisher = publisher;
        this.outcomes = SingletonSupplier.of(() -> deliveries.get().together());
    }

    /** What becomes of the items of all streamings, since the start or the latest reset. */
    public AllOutcomes outcomes() {
        return outcomes.obtain();
    }

    @Override
    public ItemStream open(String streamingId, Contact contact, String topicArn) {
        return open(streamingId, contact, topicArn, clocks.now(contact.instanceId()));
    }

    @Override
    public ItemStream reopen(SavedStream saved, Contact contact) {
        TopicStream stream = open(saved.id(), contact, saved.topicArn(), saved.startedAt());
        saved.waiting().forEach(waiting -> stream.onItem(waiting.item(), waiting.visibility()));
        return stream;
    }

    @Override
    public boolean knows(String topicArn) {
        return TopicArn.of(topicArn) != null;
    }

    private TopicStream open(String streamingId, Contact contact, String topicArn, Instant startedAt) {
        TopicArn topic = requireNonNull(TopicArn.of(topicArn), "a checked ARN");
        Publisher publishing = publisher.get();
        return new TopicStream(
                streamingId,
                contact.instanceId(),
                topic,
                startedAt,
                deliveries
                        .get()
                        .open(
                                outcomes.obtain(),
                                new LaneSource(
                                        contact.instanceId(), contact.lineage().initialContactId()),
                                publishing.destination(topic),
                                item -> publishing.publish(item, topic)));
    }
}
