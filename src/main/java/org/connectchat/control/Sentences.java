package org.connectchat.control;

import java.util.List;
import java.util.stream.Collectors;

/** The wrong fields of a request in one sentence, for those who only read the detail. */
final class Sentences {

    private Sentences() {}

    static String of(List<FieldProblem> errors) {
        return errors.stream()
                .map(error -> error.field().isEmpty() ? error.message() : error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }
}
