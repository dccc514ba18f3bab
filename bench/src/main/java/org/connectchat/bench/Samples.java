package org.connectchat.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that are measured. */
public final class Samples {

    static final String INSTANCE = "11111111-2222-3333-4444-555555555555";

    /** A StartChatContact of about 700 bytes. */
    public static final String START = """
            {"InstanceId":"11111111-2222-3333-4444-555555555555","ContactFlowId":"66666666-7777-8888-9999-000000000000",\
            "ParticipantDetails":{"DisplayName":"Ada Lovelace"},\
            "Attributes":{"customerName":"Ada Lovelace","tier":"gold","locale":"en-GB","page":"https://shop.example/basket",\
            "orderNumber":"2026-11-000815","consent":"yes","campaign":"autumn"},\
            "SupportedMessagingContentTypes":["text/plain","text/markdown","application/json",\
            "application/vnd.amazonaws.connect.message.interactive"],\
            "InitialMessage":{"ContentType":"text/plain","Content":"Hello, my order has not arrived. Can you see where it is?"}}""";

    /** The length of its response. */
    static final int START_RESPONSE = 741;

    static final String MESSAGE = """
            {"ContentType":"text/plain","Content":"It was to arrive on Monday, and the tracking page shows nothing."}""";

    /** The lengths of the response of SendMessage, and of the frame that a socket gets for it. */
    static final int MESSAGE_RESPONSE = 82;

    static final int MESSAGE_FRAME = 560;

    private Samples() {}

    static byte[] start() {
        return Connection.request("PUT", "/contact/chat", "", START);
    }

    /** The same, with a name and an order of its own. */
    static byte[] start(int number) {
        String customer = "Customer %06d".formatted(number);
        return Connection.request(
                "PUT",
                "/contact/chat",
                "",
                START.replace("Ada Lovelace", customer).replace("000815", "%06d".formatted(number)));
    }

    /** The text of a member of a JSON object, wherever it stands. */
    static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!member.find()) {
            throw new IllegalArgumentException("No member " + name);
        }
        return member.group(1);
    }
}
