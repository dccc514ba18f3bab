package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.lambda.ContactEvent.Queue;
import org.connectchat.flow.lambda.ContactEvent.Reference;
import org.connectchat.flow.lambda.ContactEvent.SegmentAttribute;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class ContactEventTest {

    private static final String INSTANCE = "arn:aws:connect:us-east-1:000000000000:instance/my-instance";

    private static SegmentAttribute text(String value) {
        return new SegmentAttribute(null, null, null, null, value);
    }

    private static ContactEvent contact(
            Map<String, Reference> references, Queue queue, Map<String, SegmentAttribute> segmentAttributes) {
        return new ContactEvent(
                Map.of("customerName", "Ada"),
                "us-east-1",
                "8942",
                null,
                null,
                "8942",
                "API",
                INSTANCE,
                "en-US",
                null,
                "8942",
                queue,
                references,
                null,
                segmentAttributes,
                Map.of("aws:connect:instanceId", "my-instance"));
    }

    @Test
    @Rule("F52")
    void theEventHasEveryKeyInTheOrderOfAmazonConnect() {
        ContactEvent contact = contact(Map.of(), null, Map.of("connect:Subtype", text("connect:Chat")));

        assertThat(contact.toJson(Map.of("key", "value"))).isEqualTo("""
                {"Details":{"ContactData":{"Attributes":{"customerName":"Ada"},"AwsRegion":"us-east-1",\
                "Channel":"CHAT","ContactId":"8942","CustomerEndpoint":null,"CustomerId":null,"Description":null,\
                "InitialContactId":"8942","InitiationMethod":"API","InstanceARN":"%s","LanguageCode":"en-US",\
                "MediaStreams":{"Customer":{"Audio":{}}},"Name":null,"PreviousContactId":"8942","Queue":null,\
                "References":{},"RelatedContactId":null,"SegmentAttributes":{"connect:Subtype":{"ValueArn":null,\
                "ValueInteger":null,"ValueList":null,"ValueMap":null,"ValueString":"connect:Chat"}},\
                "SystemEndpoint":null,"Tags":{"aws:connect:instanceId":"my-instance"}},\
                "Parameters":{"key":"value"}},"Name":"ContactFlowEvent"}""".formatted(INSTANCE));
    }

    @Test
    @Rule("F53")
    void aTargetQueueAndReferencesAreDescribed() {
        String json = contact(
                        Map.of("order", new Reference("URL", "https://shop/1")), new Queue("arn:q", "Sales"), Map.of())
                .toJson(Map.of());

        assertThat(json)
                .contains("\"Queue\":{\"ARN\":\"arn:q\",\"Name\":\"Sales\","
                        + "\"OutboundCallerId\":{\"Address\":null,\"Type\":null}}")
                .contains("\"References\":{\"order\":{\"Type\":\"URL\",\"Value\":\"https://shop/1\"}}")
                .contains("\"Parameters\":{}");
    }

    @Test
    @Rule("F53")
    void parametersKeepTheirOrderAndAnyText() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("z", "\"quoted\"\n");
        parameters.put("a", "");

        assertThat(contact(Map.of(), null, Map.of()).toJson(parameters))
                .contains("\"Parameters\":{\"z\":\"\\\"quoted\\\"\\n\",\"a\":\"\"}");
    }

    @Test
    @Rule("F52")
    void segmentAttributesAreShownToTheirLeaves() {
        SegmentAttribute number = new SegmentAttribute(null, BigInteger.TEN, null, null, null);
        SegmentAttribute map = new SegmentAttribute(null, null, null, Map.of("k", number), null);
        SegmentAttribute list = new SegmentAttribute(null, null, List.of(map), null, null);

        assertThat(contact(Map.of(), null, Map.of("list", list)).toJson(Map.of()))
                .contains("\"SegmentAttributes\":{\"list\":{\"ValueArn\":null,\"ValueInteger\":null,\"ValueList\":["
                        + "{\"ValueArn\":null,\"ValueInteger\":null,\"ValueList\":null,\"ValueMap\":{\"k\":"
                        + "{\"ValueArn\":null,\"ValueInteger\":10,\"ValueList\":null,\"ValueMap\":null,"
                        + "\"ValueString\":null}},\"ValueString\":null}],\"ValueMap\":null,\"ValueString\":null}}");
    }

    @Test
    @Rule("F53")
    void itsTextForLogsHoldsNothingOfACustomer() {
        assertThat(contact(Map.of(), null, Map.of())).hasToString("ContactEvent[8942]");
        assertThat(Calls.call()).hasToString("LambdaCall[" + Calls.ARN + "]");
    }
}
