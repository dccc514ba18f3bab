package org.connectchat.connect;

import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** Rule I3: a resource is named by its plain id or by its full ARN, whose last path part is the id. */
public final class ResourceId {

    private ResourceId() {}

    public static void check(String member, @Nullable String idOrArn, int maximum, Violations violations) {
        violations.required(member, idOrArn);
        if (idOrArn == null) {
            return;
        }
        violations.length(member, idOrArn, 1, maximum);
        if (!idOrArn.isEmpty() && of(idOrArn).isEmpty()) {
            violations.value(member, "is an ARN without an id after its last slash");
        }
    }

    public static String of(String idOrArn) {
        return idOrArn.startsWith("arn:") ? idOrArn.substring(idOrArn.lastIndexOf('/') + 1) : idOrArn;
    }
}
