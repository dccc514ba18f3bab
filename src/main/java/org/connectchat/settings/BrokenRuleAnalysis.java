package org.connectchat.settings;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Names each setting that breaks a rule as the README and the environment do; Spring's own analysis names Java members.
 *
 * <p>A rule that is a method ({@code @AssertTrue}) names its setting at the beginning of its message, relative to the
 * settings it stands in.
 */
final class BrokenRuleAnalysis extends AbstractFailureAnalyzer<BindValidationException> implements Ordered {

    private static final String METHOD_RULE = "AssertTrue";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindValidationException cause) {
        ValidationErrors errors = cause.getValidationErrors();
        if (!errors.getName().toString().startsWith("emulator")) {
            return null;
        }
        String settings = errors.getAllErrors().stream()
                .map(error -> described(error, errors))
                .distinct()
                .collect(Collectors.joining("%n%n".formatted()));
        return new FailureAnalysis(
                "Failed to start because settings have wrong values:%n%n".formatted() + settings,
                "Correct the settings as their reasons say.",
                cause);
    }

    /** The log shows no token. */
    private static String value(String name, ConfigurationProperty property) {
        return name.endsWith(".token") ? "(not shown)" : "\"" + property.getValue() + "\"";
    }

    private static String described(ObjectError error, ValidationErrors errors) {
        String message = String.valueOf(error.getDefaultMessage());
        String path = error instanceof FieldError field ? "." + field.getField() : "";
        if (METHOD_RULE.equals(error.getCode())) {
            int end = message.indexOf(' ');
            path = path.substring(0, path.lastIndexOf('.') + 1) + message.substring(0, end);
            message = message.substring(end + 1);
        }
        String name = SettingName.of(errors.getName() + path);
        ConfigurationProperty property = errors.getBoundProperties().stream()
                .filter(bound -> SettingName.of(bound.getName()).equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
        String given = property == null
                ? ""
                : "    Value: %s%n    Origin: %s%n".formatted(value(name, property), property.getOrigin());
        return "    Property: %s%n%s    Reason: %s".formatted(name, given, message);
    }
}
