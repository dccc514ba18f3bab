package org.connectchat.fuzz;

import static org.connectchat.fuzz.Template.empty;
import static org.connectchat.fuzz.Template.get;
import static org.connectchat.fuzz.Template.json;

import java.util.List;

/** The calls of the control API on flows, and on what flows find around them. */
final class FlowControlEntries {

    /** Waits for as long as its caller says. */
    static final String AWAIT = "control flow await";

    static final String STUB = """
            {"flow": "talking", "identifier": "note", "type": "UpdateContactAttributes", "success": true,
             "data": {"Customer": {"FirstName": "Ada"}, "Lex": {"Slots": {"a": "b"}}}, "delay": "PT1S", "times": 3}""";

    static final String AGENT = """
            {"displayName": "Grace", "queues": ["support"], "capacity": 2, "state": "AVAILABLE", "autoAccept": false}""";

    private static final String BASE = "/_emulator";
    private static final String STUBS = BASE + "/flows/stubs";
    private static final String AGENTS = BASE + "/standing-agents";

    private FlowControlEntries() {}

    /** What changes nothing. */
    static List<Template> reads(String contact) {
        String flow = BASE + "/contacts/" + contact + "/flow";
        return List.of(
                get("control flow", flow),
                get("control flow log", flow + "/log?type=Wait&after=0"),
                get("control flows", BASE + "/flows?instanceId=an-instance"),
                get("control stubs", STUBS),
                get("control queues", BASE + "/queues"),
                get("control hours", BASE + "/hours"),
                get("control standing agents", AGENTS),
                get("control bots", BASE + "/bots"));
    }

    /**
     * All of them.
     *
     * @param contact a contact with a flow
     * @param stub the id of a stub
     * @param agent the id of a standing agent
     */
    static List<Template> of(String contact, String stub, String agent) {
        String flow = BASE + "/contacts/" + contact + "/flow";
        String anAgent = AGENTS + "/" + agent;
        return List.of(
                json(AWAIT, "POST", flow + "/await", """
                        {"identifier": "view", "type": "ShowView", "outcome": "Submit", "after": 0, "timeout": "PT0.01S"}"""),
                empty("control continue", "POST", flow + "/continue"),
                empty("control reload", "POST", BASE + "/flows/reload"),
                json("control stub", "POST", STUBS, STUB),
                json("control stub", "POST", STUBS, "{\"type\": \"ShowView\", \"result\": \"Submit\", \"times\": 1}"),
                json("control stub", "POST", STUBS, "{\"identifier\": \"bot\", \"errorType\": \"E\", \"times\": 1}"),
                empty("control unstub", "DELETE", STUBS + "/" + stub),
                empty("control no stubs", "DELETE", STUBS),
                json("control put queues", "PUT", BASE + "/queues", """
                        {"queues": [{"id": "support", "name": "Support", "maximum": 5, "hoursOfOperation": "always"}]}"""),
                empty("control usual queues", "DELETE", BASE + "/queues"),
                json("control put hours", "PUT", BASE + "/hours", """
                        {"hours": [{"id": "always", "name": "Always", "timeZone": "Europe/Berlin",
                          "config": [{"day": "MONDAY", "start": "09:00", "end": "17:00"}],
                          "overrides": [{"name": "Eve", "effectiveFrom": "2026-12-24", "effectiveTill": "2026-12-25",
                            "config": []}]}]}"""),
                empty("control usual hours", "DELETE", BASE + "/hours"),
                json("control put agent", "PUT", anAgent, AGENT),
                json("control change agent", "PATCH", anAgent, "{\"state\": \"BUSY\", \"capacity\": 3}"),
                get("control standing agent", anAgent),
                get("control offers", anAgent + "/offers"),
                empty("control accept", "POST", anAgent + "/offers/" + contact + "/accept"),
                empty("control reject", "POST", anAgent + "/offers/" + contact + "/reject"),
                empty("control remove agent", "DELETE", anAgent),
                json("control put bot", "PUT", BASE + "/bots/Fuzz", FlowEntries.BOT),
                json("control put bot", "PUT", BASE + "/bots/Other", """
                        {"rules": [{"when": {"exact": "a", "initial": true}, "messages": ["b", {"templateType": "QuickReply",
                           "version": "1.0", "data": {"content": {"elements": [{"title": "One"}]}}}],
                          "intent": "I", "slots": {"s": "v"}, "sessionAttributes": {"c": "d"}, "delay": "PT1S", "fail": false},
                         {"when": {"any": true}, "intent": "I"}]}"""),
                empty("control remove bot", "DELETE", BASE + "/bots/Fuzz"));
    }
}
