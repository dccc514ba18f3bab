package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Shows that every setting has its documented default and takes effect from a property and from an environment variable. */
@SameOnEveryJdk
class ConfigurationTest {

    @Test
    @Rule({"B1", "B3", "B4", "I12", "T5"})
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(settings("none", Map.of()))
                .containsExactlyInAnyOrderEntriesOf(with(
                        FlowSettingsExample.DEFAULTS,
                        Map.ofEntries(
                                Map.entry("emulator.region", "us-east-1"),
                                Map.entry("emulator.account-id", "000000000000"),
                                Map.entry("emulator.throttling.enabled", "true"),
                                Map.entry("emulator.throttling.operations", "{}"),
                                Map.entry("emulator.quotas.concurrent-active-chats", "500"),
                                Map.entry("emulator.chat.connection-deadline", "PT5M"),
                                Map.entry("emulator.chat.default-duration", "PT25H"),
                                Map.entry("emulator.chat.content-limits", "CLASSIC"),
                                Map.entry("emulator.chat.custom-duration", "ALLOWED"),
                                Map.entry("emulator.chat.idempotency-window", "PT168H"),
                                Map.entry("emulator.chat.retention", "PT24H"),
                                Map.entry("emulator.chat.retained-contacts", "100000"),
                                Map.entry("emulator.auth.mode", "OFF"),
                                Map.entry("emulator.auth.credentials", "[]"),
                                Map.entry("emulator.ids.seedable", "false"),
                                Map.entry("emulator.ids.seed", "null"),
                                Map.entry("emulator.instances", "[]"),
                                Map.entry("emulator.max-request-size", "1048576B"),
                                Map.entry("emulator.attachments.max-size", "20971520B"),
                                Map.entry("emulator.attachments.max-per-chat", "35"),
                                Map.entry(
                                        "emulator.attachments.extensions",
                                        "[csv, doc, docx, heic, jfif, jpeg, jpg, mov, mp4, pdf, png, ppt, pptx, rtf, txt, wav,"
                                                + " xls, xlsx]"),
                                Map.entry("emulator.attachments.upload-url-lifetime", "PT5M"),
                                Map.entry("emulator.attachments.folder", "null"),
                                Map.entry("emulator.views", "[]"),
                                Map.entry("emulator.journal.max-calls", "10000"),
                                Map.entry("emulator.contact-events.max-kept", "10000"),
                                Map.entry("emulator.eventbridge.endpoint", "null"),
                                Map.entry("emulator.eventbridge.event-bus", "default"),
                                Map.entry("emulator.console.enabled", "true"),
                                Map.entry("emulator.control.allowed-origins", "[]"),
                                Map.entry("emulator.control.allowed-hosts", "[]"),
                                Map.entry("emulator.control.token", "null"),
                                Map.entry("emulator.body-timeout", "PT20S"),
                                Map.entry("emulator.response-timeout", "PT20S"),
                                Map.entry("emulator.memory.share", "0.5"),
                                Map.entry("emulator.public-url", "null"))));
    }

    @Test
    void everySettingIsTakenFromAProperty() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "emulator.region", "eu-west-2",
                "emulator.account-id", "123456789012",
                "emulator.throttling.enabled", "false",
                "emulator.throttling.operations.StartChatContact.rate", "7.5",
                "emulator.throttling.operations.StartChatContact.burst", "9",
                "emulator.quotas.concurrent-active-chats", "10",
                "emulator.chat.connection-deadline", "90s",
                "emulator.chat.default-duration", "2h",
                "emulator.chat.content-limits", "unified",
                "emulator.chat.idempotency-window", "1d"));
        properties.putAll(Map.of(
                "emulator.journal.max-calls", "55",
                "emulator.contact-events.max-kept", "66",
                "emulator.chat.retention", "30m",
                "emulator.chat.retained-contacts", "77",
                "emulator.ids.seedable", "true",
                "emulator.instances[0].id", "shop",
                "emulator.instances[0].flows[0].id", "sales",
                "emulator.instances[0].alias", "my-shop",
                "emulator.max-request-size", "2KB",
                "emulator.public-url", "https://chat.example:8443"));
        properties.put("emulator.control.allowed-hosts", "emulator.test,other.test");
        properties.put("emulator.control.token", "a-token-of-a-test");
        properties.put("emulator.ids.seed", "42");
        properties.putAll(Map.of(
                "emulator.console.enabled", "false",
                "emulator.control.allowed-origins", "https://tests.example,http://localhost:3000",
                "emulator.body-timeout", "30s",
                "emulator.response-timeout", "40s",
                "emulator.memory.share", "0.25",
                "emulator.auth.mode", "verify",
                "emulator.auth.credentials[0].access-key-id", "AKID",
                "emulator.auth.credentials[0].secret-access-key", "hidden"));
        properties.putAll(Map.of(
                "emulator.attachments.max-size", "3MB",
                "emulator.attachments.max-per-chat", "4",
                "emulator.attachments.extensions", "txt,md",
                "emulator.attachments.upload-url-lifetime", "10s",
                "emulator.attachments.folder", System.getProperty("java.io.tmpdir"),
                "emulator.views[0].id", "form",
                "emulator.views[0].name", "Form",
                "emulator.views[0].template", "{}"));

        properties.putAll(Map.of(
                "emulator.chat.custom-duration", "refused",
                "emulator.eventbridge.endpoint", "http://localhost:4566",
                "emulator.eventbridge.event-bus", "my-bus"));
        properties.putAll(FlowSettingsExample.PROPERTIES);

        assertThat(settings("properties", properties)).containsExactlyInAnyOrderEntriesOf(changed("StartChatContact"));
    }

    @Test
    void everySettingIsTakenFromAnEnvironmentVariable() {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "EMULATOR_REGION", "eu-west-2",
                "EMULATOR_ACCOUNT_ID", "123456789012",
                "EMULATOR_THROTTLING_ENABLED", "false",
                "EMULATOR_THROTTLING_OPERATIONS_STARTCHATCONTACT_RATE", "7.5",
                "EMULATOR_THROTTLING_OPERATIONS_STARTCHATCONTACT_BURST", "9",
                "EMULATOR_QUOTAS_CONCURRENT_ACTIVE_CHATS", "10",
                "EMULATOR_CHAT_CONNECTION_DEADLINE", "90s",
                "EMULATOR_CHAT_DEFAULT_DURATION", "2h",
                "EMULATOR_CHAT_CONTENT_LIMITS", "unified",
                "EMULATOR_CHAT_IDEMPOTENCY_WINDOW", "1d"));
        variables.putAll(Map.of(
                "EMULATOR_JOURNAL_MAX_CALLS", "55",
                "EMULATOR_CONTACT_EVENTS_MAX_KEPT", "66",
                "EMULATOR_CHAT_RETENTION", "30m",
                "EMULATOR_CHAT_RETAINED_CONTACTS", "77",
                "EMULATOR_IDS_SEEDABLE", "true",
                "EMULATOR_INSTANCES_0_ID", "shop",
                "EMULATOR_INSTANCES_0_FLOWS_0_ID", "sales",
                "EMULATOR_INSTANCES_0_ALIAS", "my-shop",
                "EMULATOR_MAX_REQUEST_SIZE", "2KB",
                "EMULATOR_PUBLIC_URL", "https://chat.example:8443"));
        variables.putAll(Map.of(
                "EMULATOR_CONTROL_ALLOWED_ORIGINS", "https://tests.example,http://localhost:3000",
                "EMULATOR_CONTROL_ALLOWED_HOSTS", "emulator.test,other.test",
                "EMULATOR_CONTROL_TOKEN", "a-token-of-a-test",
                "EMULATOR_BODY_TIMEOUT", "30s",
                "EMULATOR_RESPONSE_TIMEOUT", "40s",
                "EMULATOR_MEMORY_SHARE", "0.25",
                "EMULATOR_AUTH_MODE", "verify",
                "EMULATOR_AUTH_CREDENTIALS_0_ACCESSKEYID", "AKID",
                "EMULATOR_AUTH_CREDENTIALS_0_SECRETACCESSKEY", "hidden"));
        variables.putAll(Map.of(
                "EMULATOR_ATTACHMENTS_MAX_SIZE", "3MB",
                "EMULATOR_ATTACHMENTS_MAX_PER_CHAT", "4",
                "EMULATOR_ATTACHMENTS_EXTENSIONS", "txt,md",
                "EMULATOR_ATTACHMENTS_UPLOAD_URL_LIFETIME", "10s",
                "EMULATOR_ATTACHMENTS_FOLDER", System.getProperty("java.io.tmpdir"),
                "EMULATOR_VIEWS_0_ID", "form",
                "EMULATOR_VIEWS_0_NAME", "Form",
                "EMULATOR_VIEWS_0_TEMPLATE", "{}"));

        variables.putAll(Map.of(
                "EMULATOR_CHAT_CUSTOM_DURATION", "refused",
                "EMULATOR_EVENTBRIDGE_ENDPOINT", "http://localhost:4566",
                "EMULATOR_EVENTBRIDGE_EVENT_BUS", "my-bus",
                "EMULATOR_CONSOLE_ENABLED", "false"));
        variables.putAll(FlowSettingsExample.VARIABLES);
        variables.put("EMULATOR_IDS_SEED", "42");

        assertThat(settings("test-systemEnvironment", variables))
                .containsExactlyInAnyOrderEntriesOf(changed("startchatcontact"));
    }

    @Test
    void anEnvironmentVariableReachesTheEmulator() {
        ConfigurableApplicationContext context = started(new SystemEnvironmentPropertySource(
                "test-systemEnvironment", Map.of("EMULATOR_QUOTAS_CONCURRENT_ACTIVE_CHATS", "0", "SERVER_PORT", "0")));
        try (context) {
            assertThat(settings(context)).containsEntry("emulator.quotas.concurrent-active-chats", "0");
            assertThat(context.getEnvironment().getProperty("local.server.port"))
                    .isNotNull();
        }
    }

    private static Map<String, String> with(Map<String, String> flows, Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(flows);
        all.putAll(others);
        return all;
    }

    private static Map<String, String> changed(String operation) {
        return with(
                FlowSettingsExample.CHANGED,
                Map.ofEntries(
                        Map.entry("emulator.region", "eu-west-2"),
                        Map.entry("emulator.account-id", "123456789012"),
                        Map.entry("emulator.throttling.enabled", "false"),
                        Map.entry("emulator.throttling.operations", "{" + operation + "=rate=7.5, burst=9}"),
                        Map.entry("emulator.quotas.concurrent-active-chats", "10"),
                        Map.entry("emulator.chat.connection-deadline", "PT1M30S"),
                        Map.entry("emulator.chat.default-duration", "PT2H"),
                        Map.entry("emulator.chat.content-limits", "UNIFIED"),
                        Map.entry("emulator.chat.custom-duration", "REFUSED"),
                        Map.entry("emulator.chat.idempotency-window", "PT24H"),
                        Map.entry("emulator.chat.retention", "PT30M"),
                        Map.entry("emulator.chat.retained-contacts", "77"),
                        Map.entry("emulator.auth.mode", "VERIFY"),
                        Map.entry("emulator.auth.credentials", "[AccessKey[AKID]]"),
                        Map.entry("emulator.ids.seedable", "true"),
                        Map.entry("emulator.ids.seed", "42"),
                        Map.entry("emulator.instances", "[Instance[id=shop, alias=my-shop, flows=[Flow[id=sales]]]]"),
                        Map.entry("emulator.max-request-size", "2048B"),
                        Map.entry("emulator.attachments.max-size", "3145728B"),
                        Map.entry("emulator.attachments.max-per-chat", "4"),
                        Map.entry("emulator.attachments.extensions", "[md, txt]"),
                        Map.entry("emulator.attachments.upload-url-lifetime", "PT10S"),
                        Map.entry("emulator.attachments.folder", System.getProperty("java.io.tmpdir")),
                        Map.entry(
                                "emulator.views",
                                "[View[id=form, name=Form, version=1, template={}, inputSchema={}, actions=[]]]"),
                        Map.entry("emulator.journal.max-calls", "55"),
                        Map.entry("emulator.contact-events.max-kept", "66"),
                        Map.entry("emulator.eventbridge.endpoint", "http://localhost:4566"),
                        Map.entry("emulator.eventbridge.event-bus", "my-bus"),
                        Map.entry("emulator.console.enabled", "false"),
                        Map.entry("emulator.control.allowed-origins", "[https://tests.example, http://localhost:3000]"),
                        Map.entry("emulator.control.allowed-hosts", "[emulator.test, other.test]"),
                        Map.entry("emulator.control.token", "a-token-of-a-test"),
                        Map.entry("emulator.body-timeout", "PT30S"),
                        Map.entry("emulator.response-timeout", "PT40S"),
                        Map.entry("emulator.memory.share", "0.25"),
                        Map.entry("emulator.public-url", "https://chat.example:8443")));
    }

    private static Map<String, String> settings(String source, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent(source.endsWith("systemEnvironment") ? "SERVER_PORT" : "server.port", "0");
        PropertySource<?> properties = source.endsWith("systemEnvironment")
                ? new SystemEnvironmentPropertySource(source, all)
                : new MapPropertySource(source, all);
        try (ConfigurableApplicationContext context = started(properties)) {
            return settings(context);
        }
    }

    private static ConfigurableApplicationContext started(PropertySource<?> properties) {
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        application.addInitializers(
                context -> context.getEnvironment().getPropertySources().addFirst(properties));
        return application.run();
    }

    /** What the emulator's own settings records hold, by the names of the settings. */
    private static Map<String, String> settings(ConfigurableApplicationContext context) {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .filter(bean -> bean instanceof Record)
                .map(bean -> values((Record) bean).entrySet())
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + other, TreeMap::new));
    }

    private static Map<String, String> values(Record settings) {
        String prefix = AnnotatedElementUtils.getMergedAnnotation(settings.getClass(), ConfigurationProperties.class)
                .prefix();
        Map<String, String> values = new HashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            values.put(prefix + "." + name, String.valueOf(value(settings, component.getAccessor())));
        }
        return values;
    }

    private static Object value(Record settings, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
