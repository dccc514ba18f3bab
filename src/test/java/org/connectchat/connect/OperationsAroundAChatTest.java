package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Contact;
import software.amazon.awssdk.services.connect.model.ContactMetricInfo;
import software.amazon.awssdk.services.connect.model.ContactMetricName;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.InvalidRequestException;
import software.amazon.awssdk.services.connect.model.Reference;
import software.amazon.awssdk.services.connect.model.ReferenceType;
import software.amazon.awssdk.services.connect.model.RehydrationType;
import software.amazon.awssdk.services.connect.model.ResourceConflictException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connect.model.SearchContactsMatchType;
import software.amazon.awssdk.services.connect.model.SearchContactsTimeRangeType;
import software.amazon.awssdk.services.connect.model.SegmentAttributeValue;

/** Shows that the SDK for Java and boto3 call the operations around a chat. */
class OperationsAroundAChatTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final String instanceId = UUID.randomUUID().toString();

    private String started() {
        return emulator.started(Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    @Test
    @Rule({"U1", "U2", "U3", "U4"})
    void theSdkForJavaChangesTheDataOfAContact() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            String id = started();
            connect.updateContact(request -> request.instanceId(instanceId)
                    .contactId(id)
                    .name("A loan")
                    .references(Map.of(
                            "page",
                            Reference.builder()
                                    .type(ReferenceType.URL)
                                    .value("https://example.com")
                                    .build()))
                    .segmentAttributes(Map.of(
                            "tier",
                            SegmentAttributeValue.builder().valueString("gold").build())));
            connect.tagContact(
                    request -> request.instanceId(instanceId).contactId(id).tags(Map.of("team", "one", "b/c", "two")));
            connect.untagContact(
                    request -> request.instanceId(instanceId).contactId(id).tagKeys("b/c", "never"));

            Contact contact = connect.describeContact(
                            request -> request.instanceId(instanceId).contactId(id))
                    .contact();
            assertThat(contact.name()).isEqualTo("A loan");
            assertThat(contact.segmentAttributes().get("tier").valueString()).isEqualTo("gold");
            assertThat(contact.tags()).isEqualTo(Map.of("team", "one"));
            assertThat(connect.listContactReferencesPaginator(request -> request.instanceId(instanceId)
                                    .contactId(id)
                                    .referenceTypes(ReferenceType.URL, ReferenceType.ATTACHMENT))
                            .referenceSummaryList())
                    .singleElement()
                    .satisfies(summary -> assertThat(summary.url().value()).isEqualTo("https://example.com"));
            assertThatThrownBy(() -> connect.updateContact(
                            request -> request.instanceId(instanceId).contactId(id)))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> connect.tagContact(request ->
                            request.instanceId(instanceId).contactId(id).tags(Map.of("aws:a", "1"))))
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    @Rule({"U5", "U6"})
    void theSdkForJavaRelatesContacts() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            String past = started();
            connect.stopContact(request -> request.instanceId(instanceId).contactId(past));
            String id = started();
            assertThat(connect.createPersistentContactAssociation(request -> request.instanceId(instanceId)
                                    .initialContactId(id)
                                    .rehydrationType(RehydrationType.FROM_SEGMENT)
                                    .sourceContactId(past))
                            .continuedFromContactId())
                    .isEqualTo(past);

            assertThat(connect.listAssociatedContacts(request -> request.instanceId(instanceId)
                                    .contactId(past)
                                    .maxResults(10))
                            .contactSummaryList())
                    .extracting(summary -> summary.contactId())
                    .containsExactlyInAnyOrder(past, id);
            assertThatThrownBy(() -> connect.listAssociatedContacts(
                            request -> request.instanceId(instanceId).contactId("nothing")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    @Rule({"U7", "U8", "U9"})
    void theSdkForJavaRoutesMeasuresAndFindsContacts() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            String id = started();
            String other = started();
            connect.updateContactRoutingData(
                    request -> request.instanceId(instanceId).contactId(id).queuePriority(1L));
            assertThat(connect.getContactMetrics(request -> request.instanceId(instanceId)
                                    .contactId(id)
                                    .metrics(ContactMetricInfo.builder()
                                            .name(ContactMetricName.POSITION_IN_QUEUE)
                                            .build()))
                            .metricResults())
                    .isEmpty();
            assertThat(connect.searchContactsPaginator(request -> request.instanceId(instanceId)
                                    .timeRange(range -> range.type(SearchContactsTimeRangeType.INITIATION_TIMESTAMP)
                                            .startTime(Instant.EPOCH)
                                            .endTime(Instant.now().plusSeconds(3_600)))
                                    .searchCriteria(criteria -> criteria.name(name ->
                                            name.searchText("loan").matchType(SearchContactsMatchType.MATCH_NONE)))
                                    .maxResults(1))
                            .contacts())
                    .extracting(found -> found.id())
                    .containsExactlyInAnyOrder(id, other);
            connect.stopContact(request -> request.instanceId(instanceId).contactId(id));
            assertThatThrownBy(() -> connect.updateContactRoutingData(request ->
                            request.instanceId(instanceId).contactId(id).queuePriority(1L)))
                    .isInstanceOf(ResourceConflictException.class);
        }
    }

    @Test
    @Rule({"U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"})
    void boto3CallsEachOperation() throws Exception {
        String past = started();
        emulator.stop(instanceId, past);

        assertThat(Boto3.at(emulator.endpoint()).run("""
                import datetime
                i = dict(InstanceId="%s")
                c = dict(ContactId="%s", **i)
                connect.update_contact(Name="A loan", References={"page": {"Type": "URL", "Value": "u"}},
                                       SegmentAttributes={"tier": {"ValueString": "gold"}}, **c)
                connect.tag_contact(Tags={"team": "one", "b/c": "two"}, **c)
                connect.untag_contact(TagKeys=["b/c", "never"], **c)
                contact = connect.describe_contact(**c)["Contact"]
                references = connect.get_paginator("list_contact_references").paginate(
                    ReferenceTypes=["URL", "ATTACHMENT"], **c).build_full_result()["ReferenceSummaryList"]
                continued = connect.create_persistent_contact_association(
                    InitialContactId=c["ContactId"], RehydrationType="ENTIRE_PAST_SESSION", SourceContactId="%s", **i)
                tree = connect.list_associated_contacts(MaxResults=1, **c)
                rest = connect.list_associated_contacts(NextToken=tree["NextToken"], **c)
                metrics = connect.get_contact_metrics(Metrics=[{"Name": "ESTIMATED_WAIT_TIME"}], **c)
                connect.update_contact_routing_data(QueueTimeAdjustmentSeconds=60, **c)
                now = datetime.datetime.now(datetime.timezone.utc)
                hour = datetime.timedelta(hours=1)
                found = connect.get_paginator("search_contacts").paginate(
                    TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": now - hour, "EndTime": now + hour},
                    SearchCriteria={"ContactTags": {"TagCondition": {"TagKey": "team", "TagValue": "one"}}},
                    Sort={"FieldName": "INITIATION_TIMESTAMP", "Order": "ASCENDING"}, **i).build_full_result()
                print(json.dumps({"name": contact["Name"], "tags": contact["Tags"], "references": references,
                    "segment": contact["SegmentAttributes"]["tier"],
                    "continued": continued["ContinuedFromContactId"] == "%s",
                    "tree": len(tree["ContactSummaryList"]) + len(rest["ContactSummaryList"]),
                    "metrics": metrics["MetricResults"], "id": metrics["Id"] == c["ContactId"],
                    "found": [each["Id"] == c["ContactId"] for each in found["Contacts"]]}))
                """.formatted(instanceId, started(), past, past)))
                .isEqualTo(JsonText.of("""
                        {"name": "A loan", "tags": {"team": "one"},
                         "references": [{"Url": {"Name": "page", "Value": "u"}}], "segment": {"ValueString": "gold"},
                         "continued": true, "tree": 2, "metrics": [], "id": true, "found": [true]}"""));
    }

    @Test
    @Rule({"U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"})
    void boto3RaisesTheModelledExceptions() throws Exception {
        assertThat(Boto3.at(emulator.endpoint()).run("""
                i = dict(InstanceId="%s")
                c = dict(ContactId="%s", **i)
                n = dict(ContactId="6f9619ff-8b86-4011-b42d-00c04fc964ff", **i)
                def error(call, **arguments):
                    try:
                        call(**arguments)
                    except connect.exceptions.ClientError as problem:
                        return type(problem).__name__
                times = {"Type": "INITIATION_TIMESTAMP", "StartTime": 2, "EndTime": 1}
                print(json.dumps([
                    error(connect.update_contact, **c), error(connect.update_contact, Name="n", **n),
                    error(connect.tag_contact, Tags={"aws:a": "1"}, **c), error(connect.tag_contact, Tags={"a": "1"}, **n),
                    error(connect.untag_contact, TagKeys=["aws:a"], **c), error(connect.untag_contact, TagKeys=["a"], **n),
                    error(connect.list_contact_references, ReferenceTypes=["PAGE"], **c),
                    error(connect.list_contact_references, ReferenceTypes=["URL"], **n),
                    error(connect.create_persistent_contact_association, InitialContactId=c["ContactId"],
                          RehydrationType="FROM_SEGMENT", SourceContactId=c["ContactId"], **i),
                    error(connect.list_associated_contacts, NextToken="x", **c),
                    error(connect.get_contact_metrics, Metrics=[{"Name": "MOOD"}], **c),
                    error(connect.get_contact_metrics, Metrics=[{"Name": "POSITION_IN_QUEUE"}], **n),
                    error(connect.update_contact_routing_data, QueuePriority=1, QueueTimeAdjustmentSeconds=1, **c),
                    error(connect.search_contacts, TimeRange=times, **i)]))
                """.formatted(instanceId, started())))
                .isEqualTo(JsonText.of("""
                        ["InvalidRequestException", "ResourceNotFoundException",
                         "InvalidParameterException", "ResourceNotFoundException", "InvalidParameterException",
                         "ResourceNotFoundException", "InvalidParameterException", "ResourceNotFoundException",
                         "InvalidRequestException", "InvalidParameterException",
                         "InvalidParameterException", "ResourceNotFoundException", "InvalidParameterException",
                         "InvalidRequestException"]"""));
    }
}
