package org.connectchat.control;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the member or parameter, as in {@code throttling.operations.StopContact.rate}; empty for the
 *     body as a whole
 * @param message what is wrong, and what would be right
 */
record FieldProblem(String field, String message) {}
