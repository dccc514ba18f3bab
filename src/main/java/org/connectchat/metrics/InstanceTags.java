package org.connectchat.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives instances tags of their own as long as there are some left, as callers may name as many instances as they like.
 * Who once has a tag keeps it, so that what is collected over the years stays bounded too.
 */
final class InstanceTags {

    static final String OTHER = "other";
    static final int MOST_TAGS = 100;

    private final Set<String> tagged = new TreeSet<>();

    /** The counts by tag, with zero for a tag whose instance has none now. */
    synchronized Map<String, Integer> byTag(Map<String, Integer> byInstance) {
        Map<String, Integer> byTag = new TreeMap<>();
        tagged.forEach(tag -> byTag.put(tag, 0));
        byInstance.forEach((instanceId, count) -> byTag.merge(tag(instanceId), count, Integer::sum));
        return byTag;
    }

    private String tag(String instanceId) {
        if (tagged.contains(instanceId) || tagged.size() < MOST_TAGS) {
            tagged.add(instanceId);
            return instanceId;
        }
        return OTHER;
    }
}
