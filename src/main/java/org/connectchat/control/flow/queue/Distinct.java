package org.connectchat.control.flow.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.control.FieldProblem;

/** Finds ids that occur more than once in a list. */
final class Distinct {

    private Distinct() {}

    static List<FieldProblem> problems(String list, List<String> ids) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Integer first = firsts.putIfAbsent(ids.get(i), i);
            if (first != null) {
                problems.add(new FieldProblem(
                        list + "[" + i + "].id", "must differ from that of " + list + "[" + first + "]"));
            }
        }
        return problems;
    }
}
