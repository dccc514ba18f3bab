package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowType;

/**
 * What a type of action permits: parameters, errors, conditions, types of flows (rule F83). Every method returns a new
 * shape, so a shape is written as one chain that begins with {@link #of()}.
 */
public final class ActionShape {

    private final Map<String, ParameterRule> parameters = new LinkedHashMap<>();
    private final List<PresenceRule> presence = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> optionalErrors = new ArrayList<>();
    private final Map<String, List<String>> errorsWith = new HashMap<>(2);
    private Predicate<FlowType> isFor = type -> true;
    private ConditionRule conditions = ConditionRule.NONE;
    private boolean anyParameters;
    private boolean anyErrors;
    private boolean isTerminal;
    private boolean isNextActionOptional;

    private ActionShape() {}

    /** No parameters, no errors, no conditions, a next action, in all types of flows. */
    public static ActionShape of() {
        return new ActionShape();
    }

    /** A text with references anywhere. */
    public ActionShape text(String... names) {
        return parameters(ParameterRule.SCALAR, names);
    }

    /** A value that is static or one whole reference. */
    public ActionShape single(String... names) {
        return parameters(ParameterRule.SCALAR, names);
    }

    /** An integer that is static or one whole reference. */
    public ActionShape single(String name, long minimum, long maximum) {
        return parameters(ParameterRule.number(minimum, maximum, true), name);
    }

    /** One of these words, static or one whole reference. */
    public ActionShape singleWord(String name, String... words) {
        return parameters(ParameterRule.word(List.of(words), true), name);
    }

    /** One whole reference. */
    public ActionShape reference(String name) {
        return parameters(ParameterRule.REFERENCE, name);
    }

    /** A static value. */
    public ActionShape fixed(String... names) {
        return parameters(ParameterRule.FIXED, names);
    }

    /** A static integer. */
    public ActionShape fixed(String name, long minimum, long maximum) {
        return parameters(ParameterRule.number(minimum, maximum, false), name);
    }

    /** One of these static words. */
    public ActionShape words(String name, String... words) {
        return parameters(ParameterRule.word(List.of(words), false), name);
    }

    /** A list of these static words. */
    public ActionShape wordList(String name, String... words) {
        return parameters(ParameterRule.listOf(ParameterRule.word(List.of(words), false)), name);
    }

    /** A list of static values. */
    public ActionShape fixedList(String name) {
        return parameters(ParameterRule.listOf(ParameterRule.FIXED), name);
    }

    /** An object of texts. */
    public ActionShape textMap(String name) {
        return parameters(ParameterRule.TEXT_MAP, name);
    }

    /** An object of texts with a minimum and a maximum of entries. */
    public ActionShape textMap(String name, int minimum, int maximum) {
        return parameters(ParameterRule.ofSize(ParameterRule.TEXT_MAP, minimum, maximum), name);
    }

    /** An object whose members are the parameters of another shape. */
    public ActionShape object(String name, ActionShape members) {
        return parameters(members.rule(), name);
    }

    /** An object with members of any names. The value of each is an object with the parameters of another shape. */
    public ActionShape objectMap(String name, ActionShape members) {
        ParameterRule each = members.rule();
        return parameters(
                (value, path, problems) -> value.properties()
                        .forEach(entry ->
                                each.check(entry.getValue(), ParameterRule.below(path, entry.getKey()), problems)),
                name);
    }

    /** A parameter of any form. */
    public ActionShape free(String... names) {
        return parameters(ParameterRule.ANY, names);
    }

    /** Parameters of other names are permitted and not checked. */
    public ActionShape freeParameters() {
        ActionShape shape = copy();
        shape.anyParameters = true;
        return shape;
    }

    /** These parameters are required. */
    public ActionShape required(String... names) {
        return presence(PresenceRule.Kind.ALL, names);
    }

    /** Exactly one of these is required. If none is set, the problem names the first, as the service does. */
    public ActionShape oneRequired(String... names) {
        return presence(PresenceRule.Kind.ONE_REQUIRED, names);
    }

    /** Exactly one of these is required. If none is set, the problem lists all, as the service does. */
    public ActionShape oneOf(String... names) {
        return presence(PresenceRule.Kind.ONE_SET, names);
    }

    /** At least one of these is required. */
    public ActionShape atLeastOneOf(String... names) {
        return presence(PresenceRule.Kind.AT_LEAST_ONE, names);
    }

    /** Not more than one of these may be set. */
    public ActionShape atMostOneOf(String... names) {
        return presence(PresenceRule.Kind.AT_MOST_ONE, names);
    }

    /** Errors that must each have an entry. */
    public ActionShape errors(String... types) {
        ActionShape shape = copy();
        Collections.addAll(shape.errors, types);
        return shape;
    }

    /** Errors that must each have an entry if a parameter is set, and may have one otherwise. */
    public ActionShape errorsWith(String parameter, String... types) {
        ActionShape shape = optionalErrors(types);
        shape.errorsWith.put(parameter, List.of(types));
        return shape;
    }

    /** Errors that may have an entry. */
    public ActionShape optionalErrors(String... types) {
        ActionShape shape = copy();
        Collections.addAll(shape.optionalErrors, types);
        return shape;
    }

    /** Every error may have an entry. */
    public ActionShape freeErrors() {
        ActionShape shape = copy();
        shape.anyErrors = true;
        return shape;
    }

    /** The conditions that an action may or must have. */
    public ActionShape conditions(ConditionRule rule) {
        ActionShape shape = copy();
        shape.conditions = rule;
        return shape;
    }

    /** The action ends the flow and has no transitions (rule F5). */
    public ActionShape terminal() {
        ActionShape shape = copy();
        shape.isTerminal = true;
        return shape;
    }

    /** The next action may be absent. */
    public ActionShape nextActionOptional() {
        ActionShape shape = copy();
        shape.isNextActionOptional = true;
        return shape;
    }

    /** The action may be in flows of these types only. */
    public ActionShape flowTypes(FlowType... types) {
        return flowTypes(List.of(types)::contains);
    }

    /** The action may be in flows of some types only, such as {@code FlowType::isInbound}. */
    public ActionShape flowTypes(Predicate<FlowType> isAllowed) {
        ActionShape shape = copy();
        shape.isFor = isAllowed;
        return shape;
    }

    ObjectRule rule() {
        return new ObjectRule(parameters, presence, anyParameters);
    }

    /** The errors that an action must have entries for. */
    List<String> errors(FlowAction action) {
        List<String> required = new ArrayList<>(errors);
        errorsWith.forEach((parameter, types) -> {
            if (action.values().has(parameter)) {
                required.addAll(types);
            }
        });
        return required;
    }

    boolean permitsError(String type) {
        return anyErrors || errors.contains(type) || optionalErrors.contains(type);
    }

    ConditionRule conditions() {
        return conditions;
    }

    boolean isTerminal() {
        return isTerminal;
    }

    boolean needsNextAction() {
        return !isTerminal && !isNextActionOptional;
    }

    boolean isFor(FlowType type) {
        return isFor.test(type);
    }

    private ActionShape parameters(ParameterRule rule, String... names) {
        ActionShape shape = copy();
        for (String name : names) {
            shape.parameters.put(name, rule);
        }
        return shape;
    }

    private ActionShape presence(PresenceRule.Kind kind, String... names) {
        ActionShape shape = copy();
        shape.presence.add(new PresenceRule(kind, List.of(names)));
        return shape;
    }

    private ActionShape copy() {
        ActionShape shape = new ActionShape();
        shape.parameters.putAll(parameters);
        shape.presence.addAll(presence);
        shape.errors.addAll(errors);
        shape.optionalErrors.addAll(optionalErrors);
        shape.errorsWith.putAll(errorsWith);
        shape.isFor = isFor;
        shape.conditions = conditions;
        shape.anyParameters = anyParameters;
        shape.anyErrors = anyErrors;
        shape.isTerminal = isTerminal;
        shape.isNextActionOptional = isNextActionOptional;
        return shape;
    }
}
