package org.connectchat.connect.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ContactFlow;
import software.amazon.awssdk.services.connect.model.ContactFlowNotPublishedException;
import software.amazon.awssdk.services.connect.model.ContactFlowState;
import software.amazon.awssdk.services.connect.model.ContactFlowStatus;
import software.amazon.awssdk.services.connect.model.ContactFlowType;
import software.amazon.awssdk.services.connect.model.CreateContactFlowModuleResponse;
import software.amazon.awssdk.services.connect.model.CreateContactFlowResponse;
import software.amazon.awssdk.services.connect.model.DuplicateResourceException;
import software.amazon.awssdk.services.connect.model.InvalidContactFlowException;
import software.amazon.awssdk.services.connect.model.ProblemDetail;

/** Shows that the SDK for Java and boto3 manage flows and modules. */
class FlowSdkTest {

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule({"F83", "F84", "F86"})
    void theSdkForJavaManagesFlows() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            CreateContactFlowResponse created = connect.createContactFlow(request -> request.instanceId("java")
                    .name("Welcome")
                    .type(ContactFlowType.CONTACT_FLOW)
                    .content(Flows.SMALLEST)
                    .tags(Map.of("team", "one")));
            ContactFlow flow = connect.describeContactFlow(
                            request -> request.instanceId("java").contactFlowId(created.contactFlowArn()))
                    .contactFlow();
            assertThat(flow.content()).isEqualTo(Flows.SMALLEST);
            assertThat(flow.status()).isEqualTo(ContactFlowStatus.PUBLISHED);
            assertThat(flow.tags()).containsEntry("team", "one");
            assertThat(flow.flowContentSha256()).isEqualTo(created.flowContentSha256());
            assertThat(flow.lastModifiedTime()).isNotNull();
            assertThatThrownBy(() -> connect.createContactFlow(request -> request.instanceId("java")
                            .name("Welcome")
                            .type(ContactFlowType.CONTACT_FLOW)
                            .content(Flows.SMALLEST)))
                    .isInstanceOf(DuplicateResourceException.class);

            connect.updateContactFlowName(request ->
                    request.instanceId("java").contactFlowId(flow.id()).name("Hello"));
            connect.updateContactFlowMetadata(request ->
                    request.instanceId("java").contactFlowId(flow.id()).contactFlowState(ContactFlowState.ARCHIVED));
            assertThat(connect.listContactFlowsPaginator(request ->
                                    request.instanceId("java").contactFlowTypes(ContactFlowType.CONTACT_FLOW))
                            .contactFlowSummaryList())
                    .singleElement()
                    .satisfies(summary -> {
                        assertThat(summary.name()).isEqualTo("Hello");
                        assertThat(summary.contactFlowState()).isEqualTo(ContactFlowState.ARCHIVED);
                    });
            connect.deleteContactFlow(request -> request.instanceId("java").contactFlowId(flow.id()));
        }
    }

    @Test
    @Rule({"F83", "F85"})
    void theSdkForJavaShowsTheProblems() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            InvalidContactFlowException refused = catchThrowableOfType(
                    InvalidContactFlowException.class,
                    () -> connect.createContactFlow(request -> request.instanceId("java-problems")
                            .name("Broken")
                            .type(ContactFlowType.CONTACT_FLOW)
                            .content(Flows.BROKEN)));
            assertThat(refused.problems()).extracting(ProblemDetail::message).anyMatch(text -> text.contains("gone"));
            assertThat(refused.awsErrorDetails().errorMessage()).isNotEmpty();

            String saved = connect.createContactFlow(request -> request.instanceId("java-problems")
                            .name("Saved")
                            .type(ContactFlowType.CONTACT_FLOW)
                            .status(ContactFlowStatus.SAVED)
                            .content(Flows.BROKEN))
                    .contactFlowId();
            assertThatThrownBy(() -> connect.describeContactFlow(
                            request -> request.instanceId("java-problems").contactFlowId(saved)))
                    .isInstanceOf(ContactFlowNotPublishedException.class);
        }
    }

    @Test
    @Rule({"F84", "F88"})
    void theSdkForJavaManagesModules() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            CreateContactFlowModuleResponse created = connect.createContactFlowModule(
                    request -> request.instanceId("java").name("Part").content(Flows.MODULE));
            connect.updateContactFlowModuleContent(request -> request.instanceId("java")
                    .contactFlowModuleId(created.arn())
                    .content(Flows.MODULE + " "));
            connect.updateContactFlowModuleMetadata(request ->
                    request.instanceId("java").contactFlowModuleId(created.id()).name("Piece"));
            assertThat(connect.describeContactFlowModule(
                                    request -> request.instanceId("java").contactFlowModuleId(created.id()))
                            .contactFlowModule()
                            .content())
                    .isEqualTo(Flows.MODULE + " ");
            assertThat(connect.listContactFlowModules(request -> request.instanceId("java"))
                            .contactFlowModulesSummaryList())
                    .singleElement()
                    .satisfies(summary -> assertThat(summary.name()).isEqualTo("Piece"));
            connect.deleteContactFlowModule(
                    request -> request.instanceId("java").contactFlowModuleId(created.id()));
            connect.associateLambdaFunction(
                    request -> request.instanceId("java").functionArn("arn:aws:lambda:us-east-1:0:function:f"));
            connect.associateBot(request ->
                    request.instanceId("java").lexV2Bot(bot -> bot.aliasArn("arn:aws:lex:us-east-1:0:bot-alias/B/A")));
        }
    }

    @Test
    @Rule({"F83", "F84", "F85", "F86"})
    void boto3ManagesFlowsAndModules() throws Exception {
        assertThat(Boto3.at(emulator.endpoint()).run("""
                i = dict(InstanceId="python")
                content = %s
                module = %s
                flow = connect.create_contact_flow(Name="Grüße", Type="CONTACT_FLOW", Content=content, **i)
                f = dict(ContactFlowId=flow["ContactFlowArn"], **i)
                connect.update_contact_flow_content(Content=content + "\\n", **f)
                connect.update_contact_flow_name(Name="Hello", **f)
                connect.update_contact_flow_metadata(Description="Says hello", **f)
                described = connect.describe_contact_flow(**f)["ContactFlow"]
                pages = connect.get_paginator("list_contact_flows").paginate(
                    ContactFlowTypes=["CONTACT_FLOW", "CUSTOMER_QUEUE"], PaginationConfig={"PageSize": 1}, **i)
                names = [each["Name"] for page in pages for each in page["ContactFlowSummaryList"]]
                try:
                    connect.create_contact_flow(Name="Broken", Type="CONTACT_FLOW", Content=%s, **i)
                except connect.exceptions.InvalidContactFlowException as problem:
                    problems = problem.response["problems"]
                    first = problem.response["Error"]["Message"]
                part = connect.create_contact_flow_module(Name="Part", Content=module, **i)
                m = dict(ContactFlowModuleId=part["Id"], **i)
                connect.update_contact_flow_module_content(Content=module, Settings="{}", **m)
                connect.update_contact_flow_module_metadata(State="ARCHIVED", **m)
                shown = connect.describe_contact_flow_module(**m)["ContactFlowModule"]
                listed = connect.list_contact_flow_modules(**i)["ContactFlowModulesSummaryList"]
                connect.delete_contact_flow(**f)
                connect.delete_contact_flow_module(**m)
                print(json.dumps({"content": described["Content"] == content + "\\n", "version": described["Version"],
                    "description": described["Description"], "names": names, "first": first == problems[0]["message"],
                    "problems": len(problems) > 1, "module": shown["State"], "listed": len(listed)}))
                """.formatted(
                                Flows.quoted(Flows.SMALLEST), Flows.quoted(Flows.MODULE), Flows.quoted(Flows.BROKEN))))
                .isEqualTo(JsonText.of("""
                        {"content": true, "version": 2, "description": "Says hello", "names": ["Hello"], "first": true,
                         "problems": true, "module": "ARCHIVED", "listed": 1}"""));
    }
}
