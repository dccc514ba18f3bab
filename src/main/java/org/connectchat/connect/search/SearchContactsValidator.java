package org.connectchat.connect.search;

import java.util.List;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.search.SearchContactsRequest.Sort;
import org.connectchat.connect.search.SearchContactsRequest.TimeRange;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The input rules of SearchContacts (rule U9), in the order of the members; one pass finds every violation. */
final class SearchContactsValidator {

    static final int MAX_RESULTS = 100;
    static final String DESCENDING = "DESCENDING";

    private static final List<String> ORDERS = List.of("ASCENDING", DESCENDING);
    private static final int MAX_TOKEN = 100_000;

    /** The first second that ISO 8601 writes with a year of four digits, and the last one. */
    private static final double FIRST_SECOND = -62_167_219_200.0;

    private static final double LAST_SECOND = 253_402_300_799.0;

    private SearchContactsValidator() {}

    static Violations validate(SearchContactsRequest request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        TimeRange range = request.timeRange();
        violations.required("TimeRange", range);
        if (range != null) {
            check(range, violations);
        }
        new CriteriaRules(violations).check(request.searchCriteria());
        violations.range("MaxResults", request.maxResults(), 1, MAX_RESULTS);
        violations.length("NextToken", request.nextToken(), 1, MAX_TOKEN);
        check(request.sort(), violations);
        return violations;
    }

    private static void check(TimeRange range, Violations violations) {
        if (violations.required("TimeRange.Type", range.type())) {
            violations.oneOf("TimeRange.Type", range.type(), ContactMoment.NAMES);
        }
        Number start = range.startTime();
        Number end = range.endTime();
        violations.required("TimeRange.StartTime", start);
        violations.required("TimeRange.EndTime", end);
        if (isMoment("TimeRange.StartTime", start, violations)
                && isMoment("TimeRange.EndTime", end, violations)
                && start != null
                && end != null
                && start.doubleValue() > end.doubleValue()) {
            violations.relation("TimeRange.EndTime", "must not be before StartTime");
        }
    }

    private static boolean isMoment(String member, @Nullable Number seconds, Violations violations) {
        if (seconds != null && !(seconds.doubleValue() >= FIRST_SECOND && seconds.doubleValue() <= LAST_SECOND)) {
            violations.value(member, "must be a time of a year of four digits, in seconds since 1970");
            return false;
        }
        return true;
    }

    private static void check(@Nullable Sort sort, Violations violations) {
        if (sort == null) {
            return;
        }
        if (violations.required("Sort.FieldName", sort.fieldName())) {
            violations.oneOf("Sort.FieldName", sort.fieldName(), SortField.NAMES);
        }
        if (violations.required("Sort.Order", sort.order())) {
            violations.oneOf("Sort.Order", sort.order(), ORDERS);
        }
    }
}
