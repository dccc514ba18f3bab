package org.connectchat.flow.action.course;

import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.flow.lambda.LambdaFunctions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The functions of a test, as settings configure them. */
final class Functions {

    private Functions() {}

    /** No function can be called. */
    static LambdaFunctions none() {
        return configured(Map.of());
    }

    /** One function, at a URL. */
    static LambdaFunctions at(String name, String url) {
        return configured(Map.of("emulator.flows.lambda.functions." + name, url));
    }

    private static LambdaFunctions configured(Map<String, Object> settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(AccountSettings.class, () -> new AccountSettings("us-east-1", "000000000000"));
        context.scan("org.connectchat.flow.lambda");
        context.refresh();
        return context.getBean(LambdaFunctions.class);
    }
}
