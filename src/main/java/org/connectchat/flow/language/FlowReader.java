package org.connectchat.flow.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the content of a flow (rules F1 to F3). It finds every structural problem but unknown types of actions. */
public final class FlowReader {

    private static final String VERSION = "2019-10-30";
    private static final int MAX_ACTIONS = 250;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, FlowAction> actions = new LinkedHashMap<>();
    private final List<FlowAction> typed = new ArrayList<>();

    private final String text;

    private FlowReader(String text) {
        this.text = text;
    }

    /**
     * The flow of a content.
     *
     * @throws FlowRefusedException with every problem, if the content cannot be run
     */
    public static FlowContent read(String content) {
        FlowDraft draft = draft(content);
        if (!draft.problems().isEmpty()) {
            throw new FlowRefusedException(draft.problems());
        }
        return draft.content();
    }

    /**
     * A content with its structural problems.
     *
     * @throws FlowRefusedException if it is no flow at all: no JSON object, or one without version or actions
     */
    public static FlowDraft draft(String content) {
        try {
            return new FlowReader(content).read(FlowJson.read(content));
        } catch (FlowJson.Unreadable e) {
            throw new FlowRefusedException(List.of(Problem.structural(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * The settings of a module that an operation sends apart from the content (rule F88).
     *
     * @throws FlowRefusedException if they are no JSON object
     */
    public static JsonNode readSettings(String settings) {
        try {
            JsonNode read = FlowJson.read(settings);
            if (read.isObject()) {
                return read;
            }
        } catch (FlowJson.Unreadable e) {
            throw noSettings(": " + e.getMessage());
        }
        throw noSettings("");
    }

    private static FlowRefusedException noSettings(String reason) {
        return new FlowRefusedException(
                List.of(Problem.structural("The settings of a module must be one JSON object" + reason)));
    }

    private FlowDraft read(JsonNode content) {
        if (!content.isObject()) {
            problems.add(Problem.structural("The content must be one JSON object"));
        } else if (OldExport.is(content)) {
            problems.add(OldExport.PROBLEM);
        }
        refuseIfProblems();
        Members members = new Members(content, "", problems);
        String version = members.requiredText("Version");
        if (version != null && !version.equals(VERSION)) {
            problems.add(Problem.structural(
                    "Version must be \"" + VERSION + "\", is \"" + Violations.abbreviated(version) + "\""));
        }
        JsonNode list = actions(members);
        refuseIfProblems();

        String startAction = members.requiredText("StartAction");
        int index = 0;
        for (JsonNode action : list) {
            readAction(action, index++);
        }
        checkTargets(startAction, list);
        Members settings = new Members(content, "", problems);
        JsonNode metadata = settings.objectOrEmpty("Metadata");
        JsonNode moduleSettings = settings.find("Settings") == null ? null : settings.objectOrEmpty("Settings");
        FlowContent read = new FlowContent(
                startAction == null ? "" : startAction, actions, metadata, moduleSettings, new ContentText(text));
        return new FlowDraft(read, typed, problems);
    }

    private void refuseIfProblems() {
        if (!problems.isEmpty()) {
            throw new FlowRefusedException(problems);
        }
    }

    private JsonNode actions(Members content) {
        if (content.find("Actions") == null) {
            problems.add(Problem.structural("JSON field is missing or null for field name: Actions"));
        }
        JsonNode list = content.listOrEmpty("Actions");
        if (problems.isEmpty() && (list.isEmpty() || list.size() > MAX_ACTIONS)) {
            problems.add(Problem.structural("Actions must have 1 to " + MAX_ACTIONS + " actions, has " + list.size()));
        }
        return list;
    }

    private void readAction(JsonNode node, int index) {
        String path = "Actions[" + index + "]";
        Members action = Members.of(node, path, problems);
        if (!node.isObject()) {
            return;
        }
        String identifier = action.requiredText("Identifier");
        String type = action.requiredText("Type");
        Members transitions = new Members(action.objectOrEmpty("Transitions"), path + ".Transitions", problems);
        FlowAction read = new FlowAction(
                index,
                identifier == null ? "" : identifier,
                type == null ? "" : type,
                action.objectOrEmpty("Parameters"),
                new TransitionsReader(problems).read(transitions));
        if (type != null) {
            typed.add(read);
        }
        if (identifier != null) {
            add(read);
        }
    }

    private void add(FlowAction action) {
        String wrong = Identifiers.problem(action.identifier());
        FlowAction first = actions.putIfAbsent(action.identifier(), action);
        if (wrong != null) {
            problems.add(Problem.structural(action.path() + ".Identifier " + wrong));
        } else if (first != null) {
            problems.add(Problem.structural(action.path() + ".Identifier must be unique, but " + first.path()
                    + " also has \"" + action.identifier() + "\""));
        }
    }

    /** Looks at the JSON instead of the actions read, as of two with one identifier only the first is kept. */
    private void checkTargets(@Nullable String startAction, JsonNode list) {
        Set<String> known = actions.keySet();
        if (startAction != null) {
            checkTarget("StartAction", startAction, known);
        }
        int index = 0;
        for (JsonNode action : list) {
            String path = "Actions[" + index++ + "].Transitions";
            JsonNode transitions = action.path("Transitions");
            String next = text(transitions.path("NextAction"));
            // AWS's pages print actions with an empty next action; that is none.
            checkTarget(path + ".NextAction", "".equals(next) ? null : next, known);
            for (String member : List.of("Errors", "Conditions")) {
                int entry = 0;
                for (JsonNode transition : transitions.path(member)) {
                    String target = text(transition.path("NextAction"));
                    checkTarget(path + "." + member + "[" + entry++ + "].NextAction", target, known);
                }
            }
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private void checkTarget(String path, @Nullable String target, Set<String> known) {
        if (target != null && !known.contains(target)) {
            problems.add(Problem.structural(
                    path + " names no action of this flow: \"" + Violations.abbreviated(target) + "\""));
        }
    }
}
