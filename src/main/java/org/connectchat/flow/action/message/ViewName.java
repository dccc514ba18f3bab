package org.connectchat.flow.action.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which view an action shows.
 *
 * @param id without a version
 * @param version the version or alias, such as {@code $LATEST}; null if none is named
 */
record ViewName(String id, @Nullable String version) {

    /**
     * Reads an id or ARN, which may end in a version.
     *
     * @param version of a parameter of its own; empty if there is none
     */
    static ViewName of(String idOrArn, String version) {
        String last = idOrArn.substring(idOrArn.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        String own = colon < 0 ? version : last.substring(colon + 1);
        return new ViewName(colon < 0 ? last : last.substring(0, colon), own.isEmpty() ? null : own);
    }

    /**
     * The token by which DescribeView finds the view: with its version if that is configured, otherwise without it. Null if
     * views are configured, but not this one.
     */
    @Nullable
    String token(Set<String> views) {
        String versioned = id + ":" + version;
        if (version != null && views.contains(versioned)) {
            return versioned;
        }
        return views.isEmpty() || views.contains(id) ? id : null;
    }
}
