package org.connectchat.flow.language;

/** Where a flow goes on after an error of a type (rule F3). */
public record ErrorTransition(String errorType, String nextAction) {}
