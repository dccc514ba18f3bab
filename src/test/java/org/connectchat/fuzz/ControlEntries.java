package org.connectchat.fuzz;

import static org.connectchat.fuzz.Template.empty;
import static org.connectchat.fuzz.Template.get;
import static org.connectchat.fuzz.Template.json;

import java.util.ArrayList;
import java.util.List;

/** Every call of the control API, and of health and metrics. */
final class ControlEntries {

    static final String FAULT = """
            {"operation": "SendMessage", "instanceId": "an-instance", "probability": 0.5, "count": 3, "ttl": "PT1M",
             "when": "BEFORE", "effect": {"type": "ERROR", "errorCode": "ThrottlingException", "message": "m", "status": 429}}""";

    private static final String BASE = "/_emulator";

    private ControlEntries() {}

    /** What changes nothing. */
    static List<Template> reads(String contact) {
        return List.of(
                get("control contacts", BASE + "/contacts?state=ACTIVE&limit=10"),
                get("control contact", BASE + "/contacts/" + contact),
                get("control clock", BASE + "/clock"),
                get("control calls", BASE + "/calls?operation=StartChatContact&status=200"),
                get("control count", BASE + "/calls/count?since=3"),
                get(
                        "control events",
                        BASE + "/contact-events?eventType=INITIATED&instanceId=an-instance&since=3&limit=5"),
                get("control event delivery", BASE + "/contact-events/delivery"),
                get("control event count", BASE + "/contact-events/count?contactId=" + contact),
                get("control faults", BASE + "/faults"),
                get("control settings", BASE + "/settings"),
                get("control ids", BASE + "/ids"),
                get("control docs", BASE + "/docs"),
                get("control page", BASE + "/swagger-ui/index.html"),
                get("control script", BASE + "/swagger-ui/swagger-initializer.js"),
                get("health", "/actuator/health"),
                get("health", "/actuator/health/readiness"),
                get("metrics", "/actuator/prometheus"));
    }

    static List<Template> of(String contact, String agent, String agentsContact, String message, String fault) {
        List<Template> all = new ArrayList<>(reads(contact));
        all.addAll(ofAgents(BASE + "/contacts/" + agentsContact + "/agents/" + agent, message));
        String path = BASE + "/contacts/" + contact;
        all.addAll(List.of(
                get("control openapi", BASE + "/openapi"),
                json("control join", "POST", path + "/agents", """
                        {"displayName": "Bob", "agentId": "bob", "connect": true}"""),
                json("control end", "POST", path + "/end", "{\"disconnectReason\": \"API\"}"),
                empty("control connect", "POST", path + "/connect"),
                empty("control drop", "POST", path + "/sockets/drop"),
                json("control fault", "POST", BASE + "/faults", FAULT),
                json("control latency", "POST", BASE + "/faults", """
                        {"effect": {"type": "LATENCY", "delay": "PT0.01S"}}"""),
                json("control drops", "POST", BASE + "/faults", """
                        {"contactId": "%s", "effect": {"type": "DROP_SOCKET"}}""".formatted(contact)),
                get("control one fault", BASE + "/faults/" + fault),
                empty("control unfault", "DELETE", BASE + "/faults/" + fault),
                empty("control no faults", "DELETE", BASE + "/faults"),
                empty("control freeze", "POST", BASE + "/clock/freeze"),
                empty("control resume", "POST", BASE + "/clock/resume"),
                json("control advance", "POST", BASE + "/clock/advance", "{\"by\": \"PT1S\"}"),
                json("control set", "POST", BASE + "/clock/set", "{\"to\": \"2030-01-05T10:00:00Z\"}"),
                json("control seed", "PUT", BASE + "/ids", "{\"seed\": 7}"),
                json("control change", "PATCH", BASE + "/settings", """
                        {"throttling": {"enabled": true, "operations": {"StopContact": {"rate": 5.0, "burst": 8}}},
                         "quotas": {"concurrentActiveChats": 10}, "instances": [{"id": "an-instance", "flows": ["a-flow"]}]}"""),
                json("control await", "POST", BASE + "/calls/await", """
                        {"operation": "StartChatContact", "count": 1, "after": 0, "timeout": "PT0.01S"}"""),
                json("control event await", "POST", BASE + "/contact-events/await", """
                        {"eventType": "COMPLETED", "count": 2, "after": 0, "timeout": "PT0.01S"}"""),
                empty("control forget calls", "DELETE", BASE + "/calls"),
                empty("control forget events", "DELETE", BASE + "/contact-events"),
                json("control reset", "POST", BASE + "/reset", "{\"instanceId\": \"an-instance\"}")));
        return all;
    }

    private static List<Template> ofAgents(String agent, String message) {
        return List.of(
                json("control say", "POST", agent + "/messages", """
                        {"contentType": "text/plain", "content": "Hello"}"""),
                empty("control type", "POST", agent + "/typing"),
                json("control receipt", "POST", agent + "/receipts", """
                        {"messageId": "%s", "type": "READ"}""".formatted(message)),
                json("control transfer", "POST", agent + "/transfer", """
                        {"displayName": "Eve", "agentId": "eve"}"""),
                empty("control transfer fail", "POST", agent + "/transfer/fail"),
                new Template(
                        "control attach",
                        "POST",
                        agent + "/attachments?name=a.pdf",
                        List.of(),
                        "application/pdf",
                        "abc"),
                empty("control leave", "POST", agent + "/leave"),
                empty("control end as agent", "POST", agent + "/end"));
    }
}
