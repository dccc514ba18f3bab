package org.connectchat.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives the first instances a tag of their own and all others one common tag, because callers may name any number of
 * instances. An instance keeps its tag, so the number of time series stays bounded too.
 */
final class InstanceTags {

    static final String OTHER = "other";
    static final int MAX_TAGS = 100;

    private final Set<String> tagged = new TreeSet<>();

    /** The counts by tag; 0 for a tag whose instance has no chat now. */
    synchronized Map<String, Integer> byTag(Map<String, Integer> byInstance) {
        Map<String, Integer> byTag = new TreeMap<>();
        tagged.forEach(tag -> byTag.put(tag, 0));
        byInstance.forEach((instanceId, count) -> byTag.merge(tag(instanceId), count, Integer::sum));
        return byTag;
    }

    private String tag(String instanceId) {
        if (tagged.contains(instanceId) || tagged.size() < MAX_TAGS) {
            tagged.add(instanceId);
            return instanceId;
        }
        return OTHER;
    }
}
