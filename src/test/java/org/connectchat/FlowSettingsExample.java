package org.connectchat;

import java.util.Map;

/** The settings of flows for {@link ConfigurationTest}. */
final class FlowSettingsExample {

    /** What they are by default. */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("emulator.flows.queues", "[]"),
            Map.entry("emulator.flows.hours", "[]"),
            Map.entry("emulator.flows.agents", "[]"),
            Map.entry("emulator.flows.folder", "null"),
            Map.entry("emulator.flows.files", "[]"),
            Map.entry("emulator.flows.strict", "false"),
            Map.entry("emulator.flows.start", "ON_CONNECT"),
            Map.entry("emulator.flows.samples", "[]"),
            Map.entry("emulator.flows.lambda.endpoint", "null"),
            Map.entry("emulator.flows.lambda.functions", "{}"),
            Map.entry("emulator.flows.lambda.access-key-id", "null"),
            Map.entry("emulator.flows.lambda.secret-access-key", "null"),
            Map.entry("emulator.flows.lambda.session-token", "null"),
            Map.entry("emulator.flows.lex.endpoint", "null"),
            Map.entry("emulator.flows.lex.bots", "{}"),
            Map.entry("emulator.state.file", "null"),
            Map.entry("emulator.state.max-size", "268435456B"),
            Map.entry("emulator.streaming.endpoint", "null"),
            Map.entry("emulator.streaming.topics", "[]"),
            Map.entry("emulator.delivery.max-waiting", "10000"),
            Map.entry("emulator.delivery.max-memory", "null"),
            Map.entry("emulator.delivery.timeout", "PT5S"),
            Map.entry("emulator.delivery.max-pause", "PT5S"),
            Map.entry("emulator.delivery.after-end", "PT30S"));

    /** Other values as properties. */
    static final Map<String, Object> PROPERTIES = Map.ofEntries(
            Map.entry("emulator.flows.queues[0].id", "sales"),
            Map.entry("emulator.flows.queues[0].maximum", "7"),
            Map.entry("emulator.flows.hours[0].id", "office"),
            Map.entry("emulator.flows.hours[0].time-zone", "UTC"),
            Map.entry("emulator.flows.agents[0].id", "ada"),
            Map.entry("emulator.flows.agents[0].queues", "sales"),
            Map.entry("emulator.flows.agents[0].auto-accept", "false"),
            Map.entry("emulator.flows.folder", "docs"),
            Map.entry("emulator.flows.strict", "true"),
            Map.entry("emulator.flows.start", "on-start"),
            Map.entry("emulator.flows.lambda.endpoint", "http://localhost:1"),
            Map.entry("emulator.flows.lambda.functions.lookup", "http://localhost:2/"),
            Map.entry("emulator.flows.lambda.access-key-id", "AKID"),
            Map.entry("emulator.flows.lambda.secret-access-key", "hidden"),
            Map.entry("emulator.flows.lambda.session-token", "token"),
            Map.entry("emulator.flows.lex.endpoint", "http://localhost:3"),
            Map.entry("emulator.state.file", "target/kept-state.json"),
            Map.entry("emulator.state.max-size", "2MB"),
            Map.entry("emulator.streaming.endpoint", "http://localhost:4"),
            Map.entry("emulator.streaming.topics[0].arn", "arn:aws:sns:us-east-1:000000000000:items"),
            Map.entry("emulator.streaming.topics[0].url", "http://localhost:5/"),
            Map.entry("emulator.streaming.topics[0].form", "lambda"),
            Map.entry("emulator.delivery.max-waiting", "12"),
            Map.entry("emulator.delivery.max-memory", "3MB"),
            Map.entry("emulator.delivery.timeout", "2s"),
            Map.entry("emulator.delivery.max-pause", "1s"),
            Map.entry("emulator.delivery.after-end", "9s"));

    /** The same values as environment variables. */
    static final Map<String, Object> VARIABLES = Map.ofEntries(
            Map.entry("EMULATOR_FLOWS_QUEUES_0_ID", "sales"),
            Map.entry("EMULATOR_FLOWS_QUEUES_0_MAXIMUM", "7"),
            Map.entry("EMULATOR_FLOWS_HOURS_0_ID", "office"),
            Map.entry("EMULATOR_FLOWS_HOURS_0_TIMEZONE", "UTC"),
            Map.entry("EMULATOR_FLOWS_AGENTS_0_ID", "ada"),
            Map.entry("EMULATOR_FLOWS_AGENTS_0_QUEUES", "sales"),
            Map.entry("EMULATOR_FLOWS_AGENTS_0_AUTOACCEPT", "false"),
            Map.entry("EMULATOR_FLOWS_FOLDER", "docs"),
            Map.entry("EMULATOR_FLOWS_STRICT", "true"),
            Map.entry("EMULATOR_FLOWS_START", "on-start"),
            Map.entry("EMULATOR_FLOWS_LAMBDA_ENDPOINT", "http://localhost:1"),
            Map.entry("EMULATOR_FLOWS_LAMBDA_FUNCTIONS_LOOKUP", "http://localhost:2/"),
            Map.entry("EMULATOR_FLOWS_LAMBDA_ACCESS_KEY_ID", "AKID"),
            Map.entry("EMULATOR_FLOWS_LAMBDA_SECRET_ACCESS_KEY", "hidden"),
            Map.entry("EMULATOR_FLOWS_LAMBDA_SESSION_TOKEN", "token"),
            Map.entry("EMULATOR_FLOWS_LEX_ENDPOINT", "http://localhost:3"),
            Map.entry("EMULATOR_STATE_FILE", "target/kept-state.json"),
            Map.entry("EMULATOR_STATE_MAX_SIZE", "2MB"),
            Map.entry("EMULATOR_STREAMING_ENDPOINT", "http://localhost:4"),
            Map.entry("EMULATOR_STREAMING_TOPICS_0_ARN", "arn:aws:sns:us-east-1:000000000000:items"),
            Map.entry("EMULATOR_STREAMING_TOPICS_0_URL", "http://localhost:5/"),
            Map.entry("EMULATOR_STREAMING_TOPICS_0_FORM", "lambda"),
            Map.entry("EMULATOR_DELIVERY_MAX_WAITING", "12"),
            Map.entry("EMULATOR_DELIVERY_MAX_MEMORY", "3MB"),
            Map.entry("EMULATOR_DELIVERY_TIMEOUT", "2s"),
            Map.entry("EMULATOR_DELIVERY_MAX_PAUSE", "1s"),
            Map.entry("EMULATOR_DELIVERY_AFTER_END", "9s"));

    /** What the other values are in the settings records. */
    static final Map<String, String> CHANGED = Map.ofEntries(
            Map.entry(
                    "emulator.flows.queues", "[QueueSettings[id=sales, name=sales, maximum=7, hoursOfOperation=null]]"),
            Map.entry(
                    "emulator.flows.hours",
                    "[HoursSettings[id=office, name=office, timeZone=UTC, config=[], overrides=[]]]"),
            Map.entry(
                    "emulator.flows.agents",
                    "[AgentSettings[id=ada, displayName=ada, queues=[sales], capacity=1, state=AVAILABLE,"
                            + " autoAccept=false]]"),
            Map.entry("emulator.flows.folder", "docs"),
            Map.entry("emulator.flows.files", "[]"),
            Map.entry("emulator.flows.strict", "true"),
            Map.entry("emulator.flows.start", "ON_START"),
            Map.entry("emulator.flows.samples", "[]"),
            Map.entry("emulator.flows.lambda.endpoint", "http://localhost:1"),
            Map.entry("emulator.flows.lambda.functions", "{lookup=http://localhost:2/}"),
            Map.entry("emulator.flows.lambda.access-key-id", "AKID"),
            Map.entry("emulator.flows.lambda.secret-access-key", "hidden"),
            Map.entry("emulator.flows.lambda.session-token", "token"),
            Map.entry("emulator.flows.lex.endpoint", "http://localhost:3"),
            Map.entry("emulator.flows.lex.bots", "{}"),
            Map.entry("emulator.state.file", "target/kept-state.json"),
            Map.entry("emulator.state.max-size", "2097152B"),
            Map.entry("emulator.streaming.endpoint", "http://localhost:4"),
            Map.entry("emulator.streaming.topics", "[Topic[arn:aws:sns:us-east-1:000000000000:items]]"),
            Map.entry("emulator.delivery.max-waiting", "12"),
            Map.entry("emulator.delivery.max-memory", "3145728B"),
            Map.entry("emulator.delivery.timeout", "PT2S"),
            Map.entry("emulator.delivery.max-pause", "PT1S"),
            Map.entry("emulator.delivery.after-end", "PT9S"));

    private FlowSettingsExample() {}
}
