package org.connectchat.connect.routing;

import java.math.BigInteger;
import java.time.Duration;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.RoutingData;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.routing.RoutingCriteriaRules.RoutingCriteria;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes the place of an active contact among those who wait for an agent: {@code POST
 * /contacts/{InstanceId}/{ContactId}/routing-data} (rule U8). A contact that is in no queue yet keeps the data for the queue
 * that it enters. Standing agents have no proficiencies, so routing criteria are checked and change nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactRoutingData.html">UpdateContactRoutingData</a>
 */
@Component
final class UpdateContactRoutingData extends RequestOperation<UpdateContactRoutingData.Request> {

    private static final String PRIORITY = "QueuePriority";
    private static final String ADJUSTMENT = "QueueTimeAdjustmentSeconds";

    record Body(
            @Nullable BigInteger queueTimeAdjustmentSeconds,
            @Nullable BigInteger queuePriority,
            @Nullable RoutingCriteria routingCriteria) {}

    record Request(ContactPath contact, Body body) {

        RoutingData changes() {
            BigInteger priority = body.queuePriority();
            BigInteger adjustment = body.queueTimeAdjustmentSeconds();
            return new RoutingData(
                    priority == null ? null : Long.valueOf(priority.longValueExact()),
                    adjustment == null ? null : Duration.ofSeconds(adjustment.longValueExact()));
        }
    }

    private final Contacts contacts;

    UpdateContactRoutingData(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Route route() {
        return ContactRoutes.UPDATE_CONTACT_ROUTING_DATA;
    }

    @Override
    protected Request read(Call call) {
        Body body = call.body(Body.class);
        return new Request(ContactPath.of(call, "ContactId"), body);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collectWithoutInvalidRequest();
        request.contact().check(violations);
        Body body = request.body();
        violations.range(PRIORITY, body.queuePriority(), 1, Long.MAX_VALUE);
        // The smallest integer has no opposite, and an adjustment is subtracted from a time.
        violations.range(ADJUSTMENT, body.queueTimeAdjustmentSeconds(), -Integer.MAX_VALUE, Integer.MAX_VALUE);
        new RoutingCriteriaRules(violations).check(body.routingCriteria());
        boolean priority = body.queuePriority() != null;
        boolean adjustment = body.queueTimeAdjustmentSeconds() != null;
        if (priority && adjustment) {
            violations.relation(PRIORITY, "cannot be given together with " + ADJUSTMENT);
        }
        if (!priority && !adjustment && body.routingCriteria() == null) {
            violations.relation(PRIORITY, "or " + ADJUSTMENT + " or RoutingCriteria must be given");
        }
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.contact().target();
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        try {
            Contact changed = contacts.updateRouting(
                    request.contact().instanceId(), request.contact().contactId(), request.changes());
            call.setContactId(changed.id());
            return NoContent.RESPONSE;
        } catch (ChatRefused refused) {
            // The model of this operation declares ResourceConflictException, and no ConflictException.
            throw refused.reason() == Reason.CHAT_ENDED
                    ? new AwsException(ConnectError.RESOURCE_CONFLICT, refused.message())
                    : refused;
        }
    }
}
