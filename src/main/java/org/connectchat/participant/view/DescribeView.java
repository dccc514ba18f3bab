package org.connectchat.participant.view;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Seat;
import org.connectchat.flow.view.ViewCatalogue;
import org.connectchat.flow.view.ViewSettings;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantError;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.springframework.stereotype.Component;

/**
 * Describes a view of the configured catalogue: {@code GET /participant/views/{ViewToken}}. A view's token is its id.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_DescribeView.html">DescribeView</a>
 */
@Component
final class DescribeView extends ParticipantOperation<String> {

    record Response(View view) {}

    record View(String id, String arn, String name, int version, Content content) {}

    record Content(String inputSchema, String template, List<String> actions) {}

    private final AccountSettings account;
    private final ViewCatalogue views;

    DescribeView(BearerAuthentication bearer, AccountSettings account, ViewCatalogue views) {
        super(bearer);
        this.account = account;
        this.views = views;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.DESCRIBE_VIEW;
    }

    @Override
    protected String read(Call call) {
        return call.label("ViewToken");
    }

    @Override
    protected Violations check(Seat seat, String token) {
        Violations violations = ParticipantDialect.violations();
        violations.length("ViewToken", token, 1, 1_000);
        return violations;
    }

    @Override
    protected Response execute(Seat seat, String token, Call call) {
        ViewSettings.View view = views.find(token);
        if (view == null) {
            throw new AwsException(
                    ParticipantError.RESOURCE_NOT_FOUND,
                    "View " + Violations.abbreviated(token)
                            + " was not found; emulator.views names the views there are");
        }
        return new Response(new View(
                view.id(),
                account.arn(seat.contact().instanceId(), "view/" + view.id()),
                view.name(),
                view.version(),
                new Content(view.inputSchema(), view.template(), view.actions())));
    }
}
