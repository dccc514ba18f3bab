package org.connectchat.connect.routing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how long a contact that waits in a queue will still wait: {@code POST /metrics/contact} (rule U7). A metric without
 * a value has no result, so a contact that does not wait has none.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactMetrics.html">GetContactMetrics</a>
 */
@Component
final class GetContactMetrics extends RequestOperation<GetContactMetrics.Request> {

    private static final String POSITION = "POSITION_IN_QUEUE";
    private static final String WAIT = "ESTIMATED_WAIT_TIME";
    private static final List<String> NAMES = List.of(WAIT, POSITION);
    private static final int MAX_METRICS = 100;
    private static final Pattern ID =
            Pattern.compile("(arn:(aws|aws-us-gov):connect:[a-z]{2}-[a-z]+-[0-9]:[0-9]{1,20}:instance/)?"
                    + "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");

    record Request(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable List<Metric> metrics) {}

    record Metric(@Nullable String name) {}

    record Response(List<Result> metricResults, String id, String arn) {}

    record Result(String name, Value value) {}

    record Value(double number) {}

    private final Contacts contacts;
    private final QueueLines lines;
    private final AccountSettings account;
    private final Clocks clocks;

    GetContactMetrics(Contacts contacts, QueueLines lines, AccountSettings account, Clocks clocks) {
        this.contacts = contacts;
        this.lines = lines;
        this.account = account;
        this.clocks = clocks;
    }

    @Override
    public Route route() {
        return ContactRoutes.GET_CONTACT_METRICS;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        checkId("InstanceId", request.instanceId(), violations);
        checkId("ContactId", request.contactId(), violations);
        List<Metric> metrics = request.metrics();
        violations.required("Metrics", metrics);
        if (metrics == null) {
            return violations;
        }
        if (metrics.isEmpty() || metrics.size() > MAX_METRICS) {
            violations.value("Metrics", "must have 1 to " + MAX_METRICS + " elements, has " + metrics.size());
            return violations;
        }
        for (int i = 0; i < metrics.size(); i++) {
            String member = "Metrics[" + i + "].Name";
            if (violations.required(member, metrics.get(i).name())) {
                violations.oneOf(member, metrics.get(i).name(), NAMES);
            }
        }
        return violations;
    }

    private static void checkId(String member, @Nullable String idOrArn, Violations violations) {
        violations.requiredText(member, idOrArn, 1, 250);
        if (idOrArn != null && idOrArn.length() <= 250 && !ID.matcher(idOrArn).matches()) {
            violations.value(member, "must be a UUID in lower case, or an ARN of an instance that ends in one");
        }
    }

    @Override
    protected Target target(Request request) {
        return new Target(
                ResourceId.of(requireNonNull(request.instanceId())),
                ResourceId.of(requireNonNull(request.contactId())));
    }

    @Override
    protected Response execute(Request request, Call call) {
        Target target = target(request);
        Contact contact = contacts.get(target.instanceId(), requireNonNull(target.contactId()));
        call.setContactId(contact.id());
        List<Result> results = new ArrayList<>();
        for (Metric metric : requireNonNull(request.metrics())) {
            String name = requireNonNull(metric.name());
            Double value = contact.isActive() ? value(name, contact) : null;
            if (value != null) {
                results.add(new Result(name, new Value(value)));
            }
        }
        return new Response(results, contact.id(), account.arn(contact.instanceId(), "contact/" + contact.id()));
    }

    /** Null if the chat does not wait, or no agent has taken a contact from its queue yet. */
    private @Nullable Double value(String name, Contact contact) {
        String sessionId = contact.sessionId();
        if (name.equals(POSITION)) {
            OptionalInt position = lines.position(sessionId);
            return position.isPresent() ? Double.valueOf(position.getAsInt()) : null;
        }
        Duration wait = lines.remainingWait(sessionId, clocks.now(contact.instanceId()));
        return wait == null ? null : Double.valueOf((double) wait.toSeconds());
    }
}
