package org.connectchat.flow.shape;

import java.util.List;
import org.connectchat.flow.language.Problem;

/** How many of some parameters must be set. An empty text counts as absent. */
record PresenceRule(Kind kind, List<String> names) {

    enum Kind {
        ALL,
        /** Exactly one. If none is set, the problem names the first, as the service does. */
        ONE_REQUIRED,
        /** Exactly one. If none is set, the problem lists all, as the service does. */
        ONE_SET,
        AT_LEAST_ONE,
        AT_MOST_ONE
    }

    void check(List<String> present, String path, Problems problems) {
        List<String> found = names.stream().filter(present::contains).toList();
        switch (kind) {
            case ALL ->
                names.stream()
                        .filter(name -> !present.contains(name))
                        .forEach(name -> problems.missing(path + "." + name, null));
            case ONE_REQUIRED -> {
                if (found.isEmpty()) {
                    problems.missing(path + "." + names.get(0), others());
                }
                refuseSeveral(found, problems);
            }
            case ONE_SET -> {
                refuseNone(found, problems);
                refuseSeveral(found, problems);
            }
            case AT_LEAST_ONE -> refuseNone(found, problems);
            case AT_MOST_ONE -> refuseSeveral(found, problems);
        }
    }

    private String others() {
        return "or " + String.join(", ", names.subList(1, names.size()));
    }

    private void refuseNone(List<String> found, Problems problems) {
        if (found.isEmpty()) {
            problems.add(Problem.publishing("At least one of " + names + " must be set"));
        }
    }

    private static void refuseSeveral(List<String> found, Problems problems) {
        if (found.size() > 1) {
            problems.add(Problem.publishing("Only one of these properties may be defined. Properties: " + found));
        }
    }
}
