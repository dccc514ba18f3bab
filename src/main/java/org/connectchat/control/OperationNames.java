package org.connectchat.control;

import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.restjson.operation.KnownOperation;
import org.connectchat.restjson.throttle.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which operations there are, so that a misspelt one is no silence. */
@Component
public final class OperationNames {

    private final Throttle figures;
    private final Set<String> known =
            KnownOperation.all().stream().map(KnownOperation::name).collect(Collectors.toUnmodifiableSet());

    OperationNames(Throttle figures) {
        this.figures = figures;
    }

    /** Refuses a name that no operation of AWS has, emulated or not; null is fine. */
    public void checkKnown(String field, @Nullable String name) {
        if (name == null || !known.contains(name)) {
            check(field, name);
        }
    }

    /** Refuses a name that no emulated operation has; null is fine. */
    public void check(String field, @Nullable String name) {
        var names = figures.current().operations().keySet();
        // The names are found in any case, but calls carry them as AWS writes them.
        if (name != null && names.stream().noneMatch(name::equals)) {
            throw ControlProblem.badField(field, "must be one of " + String.join(", ", names));
        }
    }
}
