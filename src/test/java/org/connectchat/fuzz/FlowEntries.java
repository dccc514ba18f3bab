package org.connectchat.fuzz;

import static org.connectchat.fuzz.Template.bearer;
import static org.connectchat.fuzz.Template.empty;
import static org.connectchat.fuzz.Template.get;
import static org.connectchat.fuzz.Template.json;
import static org.connectchat.testkit.Flows.createModule;
import static org.connectchat.testkit.Flows.quoted;

import java.util.List;
import org.connectchat.testkit.Flows;

/** The operations on flows and modules, those that associate functions and bots, and what customers send to flows. */
final class FlowEntries {

    /** A flow that shows views and then talks with the bot {@code Fuzz}, again and again. */
    static final String TALKING = """
            {"Version": "2019-10-30", "StartAction": "view", "Metadata": {}, "Actions": [
             {"Identifier": "view", "Type": "ShowView",
              "Parameters": {"ViewResource": {"Id": "form", "Version": "1"}, "InvocationTimeLimitSeconds": "3600",
               "ViewData": {"Heading": "$.Attributes.a", "Items": [{"Label": "b"}]}},
              "Transitions": {"NextAction": "note",
               "Errors": [{"ErrorType": "NoMatchingCondition", "NextAction": "note"},
                {"ErrorType": "NoMatchingError", "NextAction": "bot"},
                {"ErrorType": "TimeLimitExceeded", "NextAction": "bot"}],
               "Conditions": [{"NextAction": "note", "Condition": {"Operator": "Equals", "Operands": ["Submit"]}}]}},
             {"Identifier": "note", "Type": "UpdateContactAttributes",
              "Parameters": {"Attributes": {"seen": "$.Views.ViewResultData.name", "all": "$.Views"}},
              "Transitions": {"NextAction": "bot", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bot"}]}},
             {"Identifier": "bot", "Type": "ConnectParticipantWithLexBot",
              "Parameters": {"Text": "Hello $.Views.Action", "LexBot": {"Name": "Fuzz", "Region": "us-east-1", "Alias": "x"}},
              "Transitions": {"NextAction": "view",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "view"},
                {"ErrorType": "NoMatchingCondition", "NextAction": "view"}]}}]}""";

    static final String BOT = """
            {"rules": [{"when": {"contains": "hello"}, "messages": ["Where to?"], "elicit": true},
              {"when": {"regex": "to (.+)"}, "messages": ["To {1}"], "intent": "Trip", "slots": {"city": "{1}"}}]}""";

    private static final String INSTANCE = "an-instance";
    private static final String FLOWS = "/contact-flows/" + INSTANCE;
    private static final String MODULES = "/contact-flow-modules/" + INSTANCE;
    private static final String RESPONSE = "application/vnd.amazonaws.connect.message.interactive.response";

    private FlowEntries() {}

    static List<Template> of(String flow, String module, String connection) {
        String aFlow = FLOWS + "/" + flow;
        String aModule = MODULES + "/" + module;
        return List.of(
                json("CreateContactFlow", "PUT", FLOWS, Flows.create("new", TALKING, "\"Tags\": {\"a\": \"b\"}")),
                json(
                        "CreateContactFlow",
                        "PUT",
                        FLOWS,
                        Flows.create("waiting", Flows.WAITING, "\"Description\": \"d\"")),
                json("save a flow", "PUT", FLOWS, Flows.create("saved", Flows.QUEUEING, "\"Status\": \"SAVED\"")),
                get("DescribeContactFlow", aFlow),
                get(
                        "ListContactFlows",
                        "/contact-flows-summary/" + INSTANCE + "?contactFlowTypes=CONTACT_FLOW&maxResults=2"),
                json(
                        "UpdateContactFlowContent",
                        "POST",
                        aFlow + "/content",
                        "{\"Content\": " + quoted(Flows.LOOKING_UP) + "}"),
                json("UpdateContactFlowMetadata", "POST", aFlow + "/metadata", """
                        {"Name": "another", "Description": "d", "ContactFlowState": "ACTIVE"}"""),
                json("UpdateContactFlowName", "POST", aFlow + "/name", "{\"Name\": \"named\", \"Description\": \"d\"}"),
                empty("DeleteContactFlow", "DELETE", FLOWS + "/none"),
                json(
                        "CreateContactFlowModule",
                        "PUT",
                        MODULES,
                        createModule(
                                "new",
                                Flows.MODULE,
                                "\"ClientToken\": \"t\"",
                                "\"Settings\": " + quoted("{\"transitions\": {\"results\": [{\"name\": \"ok\"}]}}"),
                                "\"ExternalInvocationConfiguration\": {\"Enabled\": true}")),
                get("DescribeContactFlowModule", aModule),
                get(
                        "ListContactFlowModules",
                        "/contact-flow-modules-summary/" + INSTANCE + "?state=ACTIVE&maxResults=1"),
                json(
                        "UpdateContactFlowModuleContent",
                        "POST",
                        aModule + "/content",
                        "{\"Content\": " + quoted(Flows.MODULE) + "}"),
                json("UpdateContactFlowModuleMetadata", "POST", aModule + "/metadata", """
                        {"Name": "another", "Description": "d", "State": "ACTIVE"}"""),
                empty("DeleteContactFlowModule", "DELETE", MODULES + "/none"),
                json("AssociateLambdaFunction", "PUT", "/instance/" + INSTANCE + "/lambda-function", """
                        {"FunctionArn": "arn:aws:lambda:us-east-1:000000000000:function:f", "ClientToken": "t"}"""),
                json("AssociateBot", "PUT", "/instance/" + INSTANCE + "/bot", """
                        {"LexV2Bot": {"AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/A/B"},
                         "LexBot": {"Name": "n", "LexRegion": "us-east-1"}, "ClientToken": "t"}"""),
                json("start with a flow", "PUT", "/contact/chat", """
                        {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(INSTANCE, flow)),
                bearer(
                        "message",
                        connection,
                        "{\"ContentType\": \"%s\", \"Content\": %s}".formatted(RESPONSE, quoted("""
                        {"templateType": "ViewResource", "action": "Submit", "data": {"name": "Ada", "more": [1, {"a": null}]}}"""))),
                bearer("message", connection, """
                        {"ContentType": "text/plain", "Content": "to Paris"}"""));
    }
}
