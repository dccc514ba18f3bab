package org.connectchat.connect.search;

import java.util.List;
import org.connectchat.connect.search.SearchContactsRequest.Attribute;
import org.connectchat.connect.search.SearchContactsRequest.Attributes;
import org.connectchat.connect.search.SearchContactsRequest.Criteria;
import org.connectchat.connect.search.SearchContactsRequest.NameCriteria;
import org.connectchat.connect.search.SearchContactsRequest.TagCondition;
import org.connectchat.connect.search.SearchContactsRequest.TagFilter;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The input rules of the criteria of SearchContacts (rule U9). */
record CriteriaRules(Violations violations) {

    private static final String CRITERIA = "SearchCriteria.";
    private static final int MAX_CONDITIONS = 100;
    private static final List<String> CHANNELS = List.of("VOICE", "CHAT", "TASK", "EMAIL");
    private static final List<String> INITIATION_METHODS = List.of(
            "INBOUND",
            "OUTBOUND",
            "TRANSFER",
            "QUEUE_TRANSFER",
            "CALLBACK",
            "API",
            "DISCONNECT",
            "MONITOR",
            "EXTERNAL_OUTBOUND",
            "WEBRTC_API",
            "AGENT_REPLY",
            "FLOW");

    void check(@Nullable Criteria criteria) {
        if (criteria == null) {
            return;
        }
        check(criteria.name());
        oneOfEach("Channels", criteria.channels(), CHANNELS);
        oneOfEach("InitiationMethods", criteria.initiationMethods(), INITIATION_METHODS);
        size("QueueIds", criteria.queueIds(), 100);
        check(criteria.searchableContactAttributes());
        check(criteria.contactTags());
        refuse("AgentIds", criteria.agentIds());
        refuse("AgentHierarchyGroups", criteria.agentHierarchyGroups());
        refuse("ContactAnalysis", criteria.contactAnalysis());
        refuse("RoutingCriteria", criteria.routingCriteria());
        refuse("AdditionalTimeRange", criteria.additionalTimeRange());
        refuse("SearchableSegmentAttributes", criteria.searchableSegmentAttributes());
        refuse("ActiveRegions", criteria.activeRegions());
    }

    private void refuse(String member, @Nullable Object value) {
        if (value != null) {
            violations.relation(CRITERIA + member, "is not emulated");
        }
    }

    private boolean size(String member, @Nullable List<?> list, int maximum) {
        if (list != null && list.size() > maximum) {
            violations.value(CRITERIA + member, "must have at most " + maximum + " elements, has " + list.size());
            return false;
        }
        return list != null;
    }

    private void oneOfEach(String member, @Nullable List<String> values, List<String> allowed) {
        if (values != null && size(member, values, MAX_CONDITIONS)) {
            for (int i = 0; i < values.size(); i++) {
                violations.oneOf(CRITERIA + member + "[" + i + "]", values.get(i), allowed);
            }
        }
    }

    private void check(@Nullable NameCriteria name) {
        if (name == null) {
            return;
        }
        List<String> texts = name.searchText();
        violations.required(CRITERIA + "Name.SearchText", texts);
        if (texts != null && size("Name.SearchText", texts, 100)) {
            for (int i = 0; i < texts.size(); i++) {
                violations.length(CRITERIA + "Name.SearchText[" + i + "]", texts.get(i), 0, 128);
            }
        }
        if (violations.required(CRITERIA + "Name.MatchType", name.matchType())) {
            violations.oneOf(CRITERIA + "Name.MatchType", name.matchType(), MatchType.NAMES);
        }
    }

    private void check(@Nullable Attributes attributes) {
        if (attributes == null) {
            return;
        }
        String member = "SearchableContactAttributes.Criteria";
        List<Attribute> criteria = attributes.criteria();
        violations.required(CRITERIA + member, criteria);
        if (criteria != null && size(member, criteria, 15)) {
            for (int i = 0; i < criteria.size(); i++) {
                check(member + "[" + i + "]", criteria.get(i));
            }
        }
        violations.oneOf(CRITERIA + "SearchableContactAttributes.MatchType", attributes.matchType(), MatchType.NAMES);
    }

    private void check(String member, Attribute attribute) {
        violations.requiredText(CRITERIA + member + ".Key", attribute.key(), 1, 100);
        List<String> values = attribute.values();
        violations.required(CRITERIA + member + ".Values", values);
        if (values != null && size(member + ".Values", values, 20)) {
            for (int i = 0; i < values.size(); i++) {
                violations.length(CRITERIA + member + ".Values[" + i + "]", values.get(i), 0, 100);
            }
        }
    }

    /** AWS has no limit for the conditions, but each contact is compared with each. */
    private void check(@Nullable TagFilter tags) {
        if (tags == null) {
            return;
        }
        List<TagCondition> and = tags.andConditions();
        List<List<TagCondition>> or = tags.orConditions();
        long conditions = and == null ? 0 : and.size();
        conditions +=
                or == null ? 0 : or.stream().mapToLong(each -> 1 + each.size()).sum();
        if (conditions > MAX_CONDITIONS) {
            violations.value(
                    CRITERIA + "ContactTags", "must have at most " + MAX_CONDITIONS + " conditions and lists of them");
        }
    }
}
