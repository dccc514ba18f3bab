package org.connectchat.control;

import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.restjson.operation.KnownOperation;
import org.connectchat.restjson.throttle.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The known operation names, so that a misspelt name is reported. */
@Component
public final class OperationNames {

    private final Throttle figures;
    private final Set<String> known =
            KnownOperation.all().stream().map(KnownOperation::name).collect(Collectors.toUnmodifiableSet());

    OperationNames(Throttle figures) {
        this.figures = figures;
    }

    /** Refuses a name that is not an operation of AWS, emulated or not; null is allowed. */
    public void checkKnown(String field, @Nullable String name) {
        if (name == null || !known.contains(name)) {
            check(field, name);
        }
    }

    /** Refuses a name that is not an emulated operation; null is allowed. */
    public void check(String field, @Nullable String name) {
        var names = figures.current().operations().keySet();
        // The key set ignores case, but calls carry the names as AWS writes them.
        if (name != null && names.stream().noneMatch(name::equals)) {
            throw ControlProblem.badField(field, "must be one of " + String.join(", ", names));
        }
    }
}
