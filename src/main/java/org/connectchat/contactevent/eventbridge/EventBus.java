package org.connectchat.contactevent.eventbridge;

import java.net.URI;
import java.util.Set;
import org.connectchat.contactevent.ContactEvent;
import org.connectchat.contactevent.EventForm;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.delivery.FailedResponse;
import org.connectchat.outbound.AccessKey;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.TimeLimit;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * An event bus that is reached by PutEvents. Its classes of the SDK are loaded by the first event.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
final class EventBus {

    private static final int MAX_RESPONSE_BYTES = 64 << 10;

    /** The codes of entries that another attempt may deliver. */
    private static final Set<String> PASSING =
            Set.of("ThrottlingException", "InternalFailure", "InternalException", "ServiceUnavailable");

    private final String name;
    private final EventForm form;
    private final SdkEndpoint endpoint;
    private final EventBridgeClient client;

    EventBus(URI url, AccessKey key, String name, EventForm form) {
        this.name = name;
        this.form = form;
        this.endpoint = new SdkEndpoint(url, key, new BoundedHttp(MAX_RESPONSE_BYTES));
        this.client = endpoint.client(EventBridgeClient.builder(), form.region(), AwsRetryStrategy.doNotRetry());
    }

    /**
     * Makes one attempt to put an event on the bus.
     *
     * @throws DeliveryFailure if the bus has not taken it
     */
    void put(ContactEvent event, TimeLimit limit) throws DeliveryFailure {
        PutEventsRequest request =
                PutEventsRequest.builder().entries(entry(event)).build();
        try {
            requireTaken(endpoint.call(limit, () -> client.putEvents(request)));
        } catch (CallFailure e) {
            throw DeliveryFailure.forNow(e.reason());
        } catch (AwsServiceException e) {
            throw refused(e);
        }
    }

    private PutEventsRequestEntry entry(ContactEvent event) {
        return PutEventsRequestEntry.builder()
                .source(EventForm.SOURCE)
                .detailType(EventForm.DETAIL_TYPE)
                .time(event.time())
                .resources(form.resources(event))
                .detail(form.text(event))
                .eventBusName(name)
                .build();
    }

    /** The SDK reads an empty body and any JSON object as a response, so a response without members says nothing. */
    private static void requireTaken(PutEventsResponse response) throws DeliveryFailure {
        PutEventsResultEntry entry = response.entries().isEmpty()
                ? PutEventsResultEntry.builder().build()
                : response.entries().get(0);
        String code = entry.errorCode();
        Integer failed = response.failedEntryCount();
        if (code == null && failed == null && entry.eventId() == null) {
            throw DeliveryFailure.forNow(
                    "the response has neither FailedEntryCount nor EventId, so it is not a response of PutEvents");
        }
        if (code == null && (failed == null || failed == 0)) {
            return;
        }
        throw code == null || PASSING.contains(code)
                ? DeliveryFailure.forNow("the event bus has not taken it: " + FailedResponse.shown(code))
                : DeliveryFailure.forGood("the event bus refuses it: " + FailedResponse.shown(code));
    }

    private static DeliveryFailure refused(AwsServiceException error) {
        AwsErrorDetails details = error.awsErrorDetails();
        return FailedResponse.of(
                "PutEvents",
                error.statusCode(),
                details == null ? null : details.errorCode(),
                error.isThrottlingException());
    }
}
