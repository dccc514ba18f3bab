package org.connectchat.testkit;

import tools.jackson.databind.json.JsonMapper;

/** Contents of flows, and the bodies of requests that carry them. */
public final class Flows {

    /** The smallest flow. */
    public static final String SMALLEST = """
            {"Version": "2019-10-30", "StartAction": "end", "Metadata": {},
             "Actions": [{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    /** The smallest module. */
    public static final String MODULE = """
            {"Version": "2019-10-30", "StartAction": "end", "Metadata": {},
             "Actions": [{"Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}}],
             "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []}}""";

    /** A flow that names two actions that it does not have. */
    public static final String BROKEN = """
            {"Version": "2019-10-30", "StartAction": "nowhere",
             "Actions": [{"Identifier": "say", "Type": "MessageParticipant", "Parameters": {"Text": "Hello"},
                          "Transitions": {"NextAction": "gone", "Errors": [], "Conditions": []}}]}""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Flows() {}

    /** A text as JSON. */
    public static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** The body of a CreateContactFlow with more members, such as {@code "Status": "SAVED"}. */
    public static String create(String name, String content, String... more) {
        return "{\"Name\": %s, \"Type\": \"CONTACT_FLOW\", \"Content\": %s%s}"
                .formatted(quoted(name), quoted(content), more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    /** The body of a CreateContactFlowModule. */
    public static String createModule(String name, String content, String... more) {
        return "{\"Name\": %s, \"Content\": %s%s}"
                .formatted(quoted(name), quoted(content), more.length == 0 ? "" : ", " + String.join(", ", more));
    }
}
