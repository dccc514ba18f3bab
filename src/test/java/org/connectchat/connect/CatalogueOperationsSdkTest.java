package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Instance;
import software.amazon.awssdk.services.connect.model.InstanceStatus;
import software.amazon.awssdk.services.connect.model.InstanceSummary;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.InvalidRequestException;
import software.amazon.awssdk.services.connect.model.Queue;
import software.amazon.awssdk.services.connect.model.QueueStatus;
import software.amazon.awssdk.services.connect.model.QueueSummary;
import software.amazon.awssdk.services.connect.model.QueueType;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connect.model.View;
import software.amazon.awssdk.services.connect.model.ViewSummary;
import software.amazon.awssdk.services.connect.model.ViewType;

/** Shows that the SDK for Java and boto3 see instances, queues and views. */
class CatalogueOperationsSdkTest {

    private static final String ARN = "arn:aws:connect:us-east-1:000000000000:instance/shop";

    @Test
    @Rule({"U11", "U12"})
    void theSdkForJavaSeesInstances() {
        try (ConnectClient connect = Sdk.withoutRetries(Stocked.emulator().endpoint())) {
            Instance shop = connect.describeInstance(request -> request.instanceId("shop"))
                    .instance();

            assertThat(shop.arn()).isEqualTo(ARN);
            assertThat(shop.instanceAlias()).isEqualTo("my-shop");
            assertThat(shop.instanceStatus()).isEqualTo(InstanceStatus.ACTIVE);
            assertThat(shop.createdTime()).isNotNull();
            assertThat(connect.listInstancesPaginator(request -> request.maxResults(1))
                            .instanceSummaryList())
                    .extracting(InstanceSummary::id)
                    .containsExactly("bank", "shop");
            assertThatThrownBy(() -> connect.describeInstance(request -> request.instanceId("school")))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> connect.listInstances(request -> request.maxResults(11)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("MaxResults");
        }
    }

    @Test
    @Rule("U13")
    void theSdkForJavaSeesQueues() {
        try (ConnectClient connect = Sdk.withoutRetries(Stocked.emulator().endpoint())) {
            Queue sales = connect.describeQueue(
                            request -> request.instanceId(ARN).queueId(ARN + "/queue/sales"))
                    .queue();

            assertThat(sales.name()).isEqualTo("The sales");
            assertThat(sales.status()).isEqualTo(QueueStatus.ENABLED);
            assertThat(sales.maxContacts()).isEqualTo(7);
            assertThat(sales.hoursOfOperationId()).isEqualTo("office");
            assertThat(connect.listQueuesPaginator(
                                    request -> request.instanceId("shop").maxResults(1))
                            .queueSummaryList())
                    .extracting(QueueSummary::queueType)
                    .containsExactlyInAnyOrder(QueueType.STANDARD, QueueType.STANDARD, QueueType.AGENT);
            assertThatThrownBy(() -> connect.describeQueue(
                            request -> request.instanceId("shop").queueId("loans")))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> connect.listQueues(
                            request -> request.instanceId("shop").queueTypesWithStrings("FAST")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("QueueTypes");
        }
    }

    @Test
    @Rule("U14")
    void theSdkForJavaSeesViews() {
        try (ConnectClient connect = Sdk.withoutRetries(Stocked.emulator().endpoint())) {
            View form = connect.describeView(
                            request -> request.instanceId("shop").viewId("form:$LATEST"))
                    .view();

            assertThat(form.content().template()).isEqualTo("{\"Head\":{}}");
            assertThat(form.content().actions()).containsExactly("Submit");
            assertThat(form.type()).isEqualTo(ViewType.CUSTOMER_MANAGED);
            assertThat(connect.listViewsPaginator(
                                    request -> request.instanceId("shop").maxResults(1))
                            .viewsSummaryList())
                    .extracting(ViewSummary::id)
                    .containsExactly("form", "list");
            assertThatThrownBy(() -> connect.describeView(
                            request -> request.instanceId("shop").viewId("form:4")))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> connect.describeView(
                            request -> request.instanceId("shop").viewId("a form")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("ViewId");
        }
    }

    @Test
    @Rule({"U11", "U12", "U13", "U14"})
    void boto3SeesAllOfThem() throws Exception {
        assertThat(Boto3.at(Stocked.emulator().endpoint()).run("""
                i = dict(InstanceId="shop")
                def error(call):
                    try:
                        call()
                    except connect.exceptions.ClientError as problem:
                        return problem.response["Error"]["Code"]
                def ids(operation, member, **more):
                    pages = connect.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **more)
                    return [each["Id"] for page in pages for each in page[member]]
                print(json.dumps({
                    "alias": connect.describe_instance(**i)["Instance"]["InstanceAlias"],
                    "instances": ids("list_instances", "InstanceSummaryList"),
                    "queue": connect.describe_queue(QueueId="sales", **i)["Queue"]["Name"],
                    "queues": ids("list_queues", "QueueSummaryList", QueueTypes=["STANDARD"], **i),
                    "agents": ids("list_queues", "QueueSummaryList", QueueTypes=["AGENT"], **i),
                    "view": connect.describe_view(ViewId="form", **i)["View"]["Version"],
                    "views": ids("list_views", "ViewsSummaryList", **i),
                    "none": connect.list_views(Type="AWS_MANAGED", **i)["ViewsSummaryList"],
                    "errors": [error(lambda: connect.describe_instance(InstanceId="school")),
                               error(lambda: connect.list_instances(NextToken="no token")),
                               error(lambda: connect.list_queues(InstanceId="school")),
                               error(lambda: connect.describe_queue(InstanceId="school", QueueId="sales")),
                               error(lambda: connect.list_views(Type="MINE", **i)),
                               error(lambda: connect.describe_view(ViewId="gone", **i))]}))
                """)).isEqualTo(JsonText.of("""
                {"alias": "my-shop", "instances": ["bank", "shop"], "queue": "The sales", "queues": ["sales", "returns"],
                 "agents": ["grace"], "view": 3, "views": ["form", "list"], "none": [],
                 "errors": ["ResourceNotFoundException", "InvalidRequestException", "ResourceNotFoundException",
                            "ResourceNotFoundException", "InvalidParameterException", "ResourceNotFoundException"]}"""));
    }
}
