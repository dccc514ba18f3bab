package org.connectchat.connect.view;

import java.util.regex.Pattern;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.error.Violations;

/** What the members of requests about views may be. */
final class ViewRules {

    /** The configured views belong to the customer; the emulator has no views of AWS's own. */
    static final String TYPE = "CUSTOMER_MANAGED";

    static final String STATUS = "PUBLISHED";

    private static final int MAX_ID = 500;
    private static final Pattern INSTANCE = Pattern.compile("[a-zA-Z0-9_:/-]*");
    private static final Pattern VIEW = Pattern.compile("[a-zA-Z0-9_:/$-]*");

    private ViewRules() {}

    static void instance(String idOrArn, Violations violations) {
        ResourceId.check("InstanceId", idOrArn, 100, violations);
        characters("InstanceId", idOrArn, INSTANCE, "A-Z a-z 0-9 _ - : /", violations);
    }

    static void view(String idOrArn, Violations violations) {
        ResourceId.check("ViewId", idOrArn, MAX_ID, violations);
        characters("ViewId", idOrArn, VIEW, "A-Z a-z 0-9 _ - : / $", violations);
    }

    private static void characters(String member, String text, Pattern allowed, String names, Violations violations) {
        if (!allowed.matcher(text).matches()) {
            violations.value(member, "may only hold the characters " + names);
        }
    }
}
