package org.connectchat.contactevent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.contactevent.EventDetail.AgentOfEvent;
import org.connectchat.contactevent.EventDetail.QueueOfEvent;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gives events the form that EventBridge gets: the envelope and the detail (rules E2 and E4). */
public final class EventForm {

    public static final String SOURCE = "aws.connect";
    public static final String DETAIL_TYPE = "Amazon Connect Contact Event";

    private static final String OF_AN_AGENT = "queue/agent/";

    /** Made by the first event that is shown or sent. */
    private static final class Json {

        static final JsonMapper MAPPER = JsonMapper.builder()
                .changeDefaultPropertyInclusion(inclusion ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
        static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    }

    private final AccountSettings account;
    private final ChatMetricsOfEvents metrics;

    EventForm(AccountSettings account, ChatMetricsOfEvents metrics) {
        this.account = account;
        this.metrics = metrics;
    }

    public String account() {
        return account.accountId();
    }

    public String region() {
        return account.region();
    }

    /** The ARNs of the instance and of the contact. */
    public List<String> resources(ContactEvent event) {
        return List.of(account.instanceArn(event.instanceId()), arn(event, "contact/" + event.contactId()));
    }

    /** The detail. It takes the lock of an ended chat for a moment, to read its metrics. */
    EventDetail detail(ContactEvent event) {
        return new EventDetail(
                event.type(),
                updated(event),
                event.contactId(),
                event.initialContactId(),
                event.lineage().previousContactId(),
                event.lineage().relatedContactId(),
                "CHAT",
                account.instanceArn(event.instanceId()),
                event.initiationMethod(),
                Timestamps.text(event.timeline().initiatedAt()),
                text(event.timeline().connectedAt()),
                text(event.timeline().disconnectedAt()),
                queue(event),
                agent(event),
                tags(event),
                event.segmentAttributes(),
                event.customerId(),
                metrics.of(event));
    }

    /** The detail as the JSON text that EventBridge gets. */
    public String text(ContactEvent event) {
        return Json.MAPPER.writeValueAsString(detail(event));
    }

    /** The members of the detail, as EventBridge gets them. */
    public Map<String, Object> members(ContactEvent event) {
        return Json.MAPPER.convertValue(detail(event), Json.MEMBERS);
    }

    private static @Nullable List<String> updated(ContactEvent event) {
        return event.updated().isEmpty()
                ? null
                : event.updated().stream().map(UpdatedProperty::text).toList();
    }

    private @Nullable QueueOfEvent queue(ContactEvent event) {
        QueueInfo queue = event.queue();
        return queue == null
                ? null
                : new QueueOfEvent(
                        arn(event, queue.resource()),
                        queue.resource().startsWith(OF_AN_AGENT) ? "AGENT" : "STANDARD",
                        Timestamps.text(queue.enqueuedAt()));
    }

    private @Nullable AgentOfEvent agent(ContactEvent event) {
        AgentInfo agent = event.agent();
        Instant connectedAt = agent == null ? null : agent.connectedAt();
        return agent == null || connectedAt == null
                ? null
                : new AgentOfEvent(arn(event, "agent/" + agent.id()), Timestamps.text(connectedAt));
    }

    private static Map<String, String> tags(ContactEvent event) {
        Map<String, String> tags = new HashMap<>(event.tags());
        tags.put("aws:connect:instanceId", event.instanceId());
        return tags;
    }

    private String arn(ContactEvent event, String resource) {
        return account.arn(event.instanceId(), resource);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : Timestamps.text(moment);
    }
}
