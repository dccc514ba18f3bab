package org.connectchat.flow.language;

import tools.jackson.databind.JsonNode;

/** Recognizes the JSON that the console exported until about 2022 (rule F89), which is not the flow language. */
final class OldExport {

    static final Problem PROBLEM = Problem.structural(
            "The content has the format that the Amazon Connect console exported until 2022 (modules, start), which no"
                    + " API takes",
            "import the file in the flow designer of the Amazon Connect console, and export it from there again");

    private OldExport() {}

    static boolean is(JsonNode content) {
        return content.path("modules").isArray() && !content.has("Actions");
    }
}
