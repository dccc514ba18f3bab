package org.connectchat.control.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.OperationNames;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.operation.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the members of a fault against each other, and reports every wrong field at once. */
@Component
final class FaultRuleValidator {

    private static final Duration MAX_DELAY = Duration.ofMinutes(5);

    private final List<Operation> operations;
    private final OperationNames names;

    FaultRuleValidator(List<Operation> operations, OperationNames names) {
        this.operations = operations;
        this.names = names;
    }

    void check(FaultRule rule) {
        names.check("operation", rule.operation());
        FaultEffect effect = rule.effect();
        FaultEffect.Type type = effect.type();
        List<FieldProblem> errors = new ArrayList<>();
        if (!type.isOfCalls()) {
            absent("operation", rule.operation(), "is not allowed with " + type, errors);
            absent("when", rule.when(), "is not allowed with " + type, errors);
        }
        if (type == FaultEffect.Type.ERROR) {
            checkCode(rule, errors);
        } else {
            absent("effect.errorCode", effect.errorCode(), "is allowed only with ERROR", errors);
            absent("effect.message", effect.message(), "is allowed only with ERROR", errors);
            absent("effect.status", effect.status(), "is allowed only with ERROR", errors);
        }
        if (!type.hasDelay()) {
            absent("effect.delay", effect.delay(), "is allowed only with LATENCY and DELAY_STREAMING", errors);
        } else if (effect.delay() == null) {
            errors.add(new FieldProblem("effect.delay", "is required for " + type));
        } else if (effect.delay().compareTo(MAX_DELAY) > 0) {
            errors.add(new FieldProblem("effect.delay", "must be at most PT5M, was " + effect.delay()));
        }
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
    }

    private void checkCode(FaultRule rule, List<FieldProblem> errors) {
        Set<String> codes = new TreeSet<>();
        for (Operation operation : operations) {
            if (rule.operation() == null || operation.route().name().equals(rule.operation())) {
                operation.route().dialect().errors().stream()
                        .map(ErrorType::code)
                        .forEach(codes::add);
            }
        }
        String code = rule.effect().errorCode();
        if (code == null) {
            errors.add(new FieldProblem("effect.errorCode", "is required for ERROR"));
        } else if (!codes.contains(code)) {
            errors.add(new FieldProblem("effect.errorCode", "must be one of " + String.join(", ", codes)));
        }
    }

    private static void absent(String field, @Nullable Object value, String problem, List<FieldProblem> errors) {
        if (value != null) {
            errors.add(new FieldProblem(field, problem));
        }
    }
}
