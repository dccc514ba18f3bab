package org.connectchat.connect.search;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.connectchat.connect.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The body of SearchContacts before {@link SearchContactsValidator} has checked it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchContacts.html">SearchContacts</a>
 */
record SearchContactsRequest(
        @Nullable String instanceId,
        @Nullable TimeRange timeRange,
        @Nullable Criteria searchCriteria,
        @Nullable BigInteger maxResults,
        @Nullable String nextToken,
        @Nullable Sort sort) {

    /** Times are seconds since 1970. */
    record TimeRange(
            @Nullable String type,
            @Nullable Number startTime,
            @Nullable Number endTime) {}

    /** The criteria of AWS; those whose type is Object are refused. */
    record Criteria(
            @Nullable NameCriteria name,
            @Nullable Object agentIds,
            @Nullable Object agentHierarchyGroups,
            @Nullable List<String> channels,
            @Nullable Object contactAnalysis,
            @Nullable List<String> initiationMethods,
            @Nullable List<String> queueIds,
            @Nullable Object routingCriteria,
            @Nullable Object additionalTimeRange,
            @Nullable Attributes searchableContactAttributes,
            @Nullable Object searchableSegmentAttributes,
            @Nullable Object activeRegions,
            @Nullable TagFilter contactTags) {}

    record NameCriteria(
            @Nullable List<String> searchText, @Nullable String matchType) {}

    record Attributes(
            @Nullable List<Attribute> criteria, @Nullable String matchType) {}

    record Attribute(@Nullable String key, @Nullable List<String> values) {}

    record TagFilter(
            @Nullable List<List<TagCondition>> orConditions,
            @Nullable List<TagCondition> andConditions,
            @Nullable TagCondition tagCondition) {}

    record TagCondition(@Nullable String tagKey, @Nullable String tagValue) {}

    record Sort(@Nullable String fieldName, @Nullable String order) {}

    /** What is asked for, whichever page of it; it tells the requests of a process from each other. */
    String question() {
        String instance = instanceId == null ? "" : ResourceId.of(instanceId);
        return instance + "/" + Objects.hash(timeRange, searchCriteria, sort);
    }

    /** Without the texts of callers. */
    @Override
    public String toString() {
        return "SearchContactsRequest";
    }
}
