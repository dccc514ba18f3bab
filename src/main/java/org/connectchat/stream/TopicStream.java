package org.connectchat.stream;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ItemStream;
import org.connectchat.chat.conversation.SavedStream;
import org.connectchat.chat.conversation.Visibility;
import org.connectchat.delivery.Lane;
import org.connectchat.delivery.Outcomes;
import org.jspecify.annotations.Nullable;

/** The streaming of one chat to one topic: every item becomes one message, in order (rule S12). */
public final class TopicStream implements ItemStream {

    private final String id;
    private final String instanceId;
    private final TopicArn topic;
    private final Instant startedAt;
    private final Lane<StreamedItem> lane;
    private volatile boolean active = true;

    TopicStream(String id, String instanceId, TopicArn topic, Instant startedAt, Lane<StreamedItem> lane) {
        this.id = id;
        this.instanceId = instanceId;
        this.topic = topic;
        this.startedAt = startedAt;
        this.lane = lane;
    }

    @Override
    public String id() {
        return id;
    }

    /** The topic that the messages are published to. */
    public String topicArn() {
        return topic.text();
    }

    /** When the streaming was started, by the clock of the emulator. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Whether further items are streamed. */
    public boolean isActive() {
        return active;
    }

    /** What becomes of the items. */
    public Outcomes outcomes() {
        return lane.outcomes();
    }

    @Override
    public void onItem(ChatItem item, Visibility visibility) {
        StreamedItem streamed = new StreamedItem(id, instanceId, item, visibility);
        lane.offer(item.id(), streamed, streamed.size());
    }

    @Override
    public SavedStream save(@Nullable String clientToken, boolean isActive) {
        List<SavedStream.Waiting> waiting = lane.waiting().stream()
                .map(streamed -> new SavedStream.Waiting(streamed.item(), streamed.visibility()))
                .toList();
        return new SavedStream(id, topic.text(), startedAt, clientToken, isActive, waiting);
    }

    @Override
    public void end() {
        active = false;
        lane.close();
    }

    @Override
    public void discard() {
        active = false;
        lane.discard();
    }
}
