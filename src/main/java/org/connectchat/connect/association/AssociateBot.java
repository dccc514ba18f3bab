package org.connectchat.connect.association;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Associates a bot with an instance: {@code PUT /instance/{InstanceId}/bot}. Deployments call it before they create a
 * flow. It has no effect, because the settings name the bots (rule F91).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateBot.html">AssociateBot</a>
 */
@Component
final class AssociateBot extends RequestOperation<AssociateBot.Request> {

    record Body(
            @Nullable LexBot lexBot,
            @Nullable LexV2Bot lexV2Bot,
            @Nullable String clientToken) {}

    record LexBot(@Nullable String name, @Nullable String lexRegion) {}

    record LexV2Bot(@Nullable String aliasArn) {}

    record Request(String instanceIdOrArn, Body body) {}

    private final Catalogue catalogue;

    AssociateBot(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Route route() {
        return FlowRoutes.ASSOCIATE_BOT;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.body(Body.class));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        LexBot bot = request.body().lexBot();
        if (bot != null) {
            violations.requiredText("LexBot.Name", bot.name(), 0, 50);
            violations.requiredText("LexBot.LexRegion", bot.lexRegion(), 0, 60);
        }
        LexV2Bot second = request.body().lexV2Bot();
        if (second != null) {
            violations.length("LexV2Bot.AliasArn", second.aliasArn(), 1, 100);
        }
        violations.length("ClientToken", request.body().clientToken(), 0, 500);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceIdOrArn()), null);
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        catalogue.requireInstance(ResourceId.of(request.instanceIdOrArn()));
        return NoContent.RESPONSE;
    }
}
