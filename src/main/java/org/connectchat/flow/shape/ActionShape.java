package org.connectchat.flow.shape;

import java.util.List;
import java.util.function.Predicate;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.TransitionRule.Ending;

/**
 * What a type of actions permits: parameters, errors, conditions, types of flows. Every method returns a new shape, so a
 * shape is written as one chain that begins with {@link #of()}.
 */
public final class ActionShape {

    private static final ActionShape EMPTY = new ActionShape(ObjectRule.EMPTY, TransitionRule.NEXT, type -> true);

    private final ObjectRule parameters;
    private final TransitionRule transitions;
    private final Predicate<FlowType> isFor;

    private ActionShape(ObjectRule parameters, TransitionRule transitions, Predicate<FlowType> isFor) {
        this.parameters = parameters;
        this.transitions = transitions;
        this.isFor = isFor;
    }

    /** No parameters, no errors, no conditions, a next action, in all types of flows. */
    public static ActionShape of() {
        return EMPTY;
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

    /** One of a few words, static or one whole reference. */
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

    /** One of a few static words. */
    public ActionShape words(String name, String... words) {
        return parameters(ParameterRule.word(List.of(words), false), name);
    }

    /** A list of some of a few static words. */
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

    /** An object of texts with so many entries. */
    public ActionShape textMap(String name, int minimum, int maximum) {
        return parameters(ParameterRule.ofSize(ParameterRule.TEXT_MAP, minimum, maximum), name);
    }

    /** An object whose members are the parameters of another shape. */
    public ActionShape object(String name, ActionShape members) {
        return parameters(members.parameters, name);
    }

    /** An object whose members have any names, and each the parameters of another shape. */
    public ActionShape objectMap(String name, ActionShape members) {
        ParameterRule each = members.parameters;
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

    /** Parameters of other names are taken too, unchecked. */
    public ActionShape freeParameters() {
        return new ActionShape(parameters.withOthers(), transitions, isFor);
    }

    /** These parameters must be there. */
    public ActionShape required(String... names) {
        return presence(PresenceRule.Kind.ALL, names);
    }

    /** One of these must be there, and no other; if there is none, the first is missing. */
    public ActionShape oneRequired(String... names) {
        return presence(PresenceRule.Kind.ONE_REQUIRED, names);
    }

    /** One of these must be there, and no other. */
    public ActionShape oneOf(String... names) {
        return presence(PresenceRule.Kind.ONE_SET, names);
    }

    public ActionShape atLeastOneOf(String... names) {
        return presence(PresenceRule.Kind.AT_LEAST_ONE, names);
    }

    public ActionShape atMostOneOf(String... names) {
        return presence(PresenceRule.Kind.AT_MOST_ONE, names);
    }

    /** Errors that must each have an entry. */
    public ActionShape errors(String... types) {
        return with(transitions.withRequired(List.of(types)));
    }

    /** Errors that must each have an entry if a parameter is there, and may have one otherwise. */
    public ActionShape errorsWith(String parameter, String... types) {
        return with(transitions.withRequiredIf(parameter, List.of(types)));
    }

    /** Errors that may have an entry. */
    public ActionShape optionalErrors(String... types) {
        return with(transitions.withOptional(List.of(types)));
    }

    /** Every error may have an entry. */
    public ActionShape freeErrors() {
        return with(transitions.withAnyErrors());
    }

    public ActionShape conditions(ConditionRule rule) {
        return with(transitions.with(rule));
    }

    /** There are no transitions (rule F5). */
    public ActionShape terminal() {
        return with(transitions.with(Ending.TERMINAL));
    }

    /** A next action may be absent. */
    public ActionShape nextActionOptional() {
        return with(transitions.with(Ending.NEXT_OPTIONAL));
    }

    /** Only in these types of flows. */
    public ActionShape flowTypes(FlowType... types) {
        return flowTypes(List.of(types)::contains);
    }

    /** Only in some types of flows, such as {@code FlowType::isInbound}. */
    public ActionShape flowTypes(Predicate<FlowType> isAllowed) {
        return new ActionShape(parameters, transitions, isAllowed);
    }

    ObjectRule parameters() {
        return parameters;
    }

    TransitionRule transitions() {
        return transitions;
    }

    boolean isFor(FlowType type) {
        return isFor.test(type);
    }

    private ActionShape parameters(ParameterRule rule, String... names) {
        return new ActionShape(parameters.with(rule, names), transitions, isFor);
    }

    private ActionShape presence(PresenceRule.Kind kind, String... names) {
        return new ActionShape(parameters.with(new PresenceRule(kind, List.of(names))), transitions, isFor);
    }

    private ActionShape with(TransitionRule rule) {
        return new ActionShape(parameters, rule, isFor);
    }
}
