package org.connectchat.participant.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.chat.ContentTypes.INTERACTIVE;
import static org.connectchat.chat.ContentTypes.PLAIN;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.flow.action.message.MessageActions;
import org.connectchat.flow.lex.Bots;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.view.ViewCatalogue;
import org.connectchat.flow.view.ViewSettings;
import org.connectchat.flow.view.ViewSettings.View;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Shows that DescribeView knows the views that flows show. */
class ViewOfAFlowTest {

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "form", "Metadata": {}, "Actions": [
              {"Identifier": "form", "Type": "ShowView",
               "Parameters": {"ViewResource": {"Id": "arn:aws:connect:us-east-1:000000000000:instance/i/view/form:3"},
                              "InvocationTimeLimitSeconds": "60"},
               "Transitions": {"NextAction": "form"}}]}""";

    @Rule("F36")
    @Test
    void theTokenInTheMessageFindsTheView() {
        ViewCatalogue views = new ViewCatalogue(new ViewSettings(List.of(
                new View("other", "Other", 1, "{}", "{}", List.of()),
                new View("form", "The form", 3, "{\"Head\": {}}", "{}", List.of("Submit")))));
        try (var context = new AnnotationConfigApplicationContext("org.connectchat.flow.lex")) {
            FlowFixture chat = new FlowFixture(MessageActions.all(context.getBean(Bots.class)::recognize, views))
                    .flow("flow", FLOW)
                    .start("flow", Map.of(), List.of(PLAIN, INTERACTIVE), null)
                    .connect();

            String token = JsonMapper.builder()
                    .build()
                    .readTree(chat.said().get(0))
                    .at("/data/content/viewToken")
                    .stringValue();
            DescribeView.Response described = new DescribeView(
                            null, new AccountSettings("us-east-1", "000000000000"), views)
                    .execute(chat.customer(), token, null);

            assertThat(described.view().name()).isEqualTo("The form");
        }
    }
}
