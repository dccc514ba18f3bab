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
 * Associates a function with an instance: {@code PUT /instance/{InstanceId}/lambda-function}. Deployments call it before
 * they create a flow. It has no effect, because the settings name the functions (rule F91).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateLambdaFunction.html">AssociateLambdaFunction</a>
 */
@Component
final class AssociateLambdaFunction extends RequestOperation<AssociateLambdaFunction.Request> {

    record Body(@Nullable String functionArn, @Nullable String clientToken) {}

    record Request(String instanceIdOrArn, Body body) {}

    private final Catalogue catalogue;

    AssociateLambdaFunction(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Route route() {
        return FlowRoutes.ASSOCIATE_LAMBDA_FUNCTION;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.body(Body.class));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        violations.requiredText("FunctionArn", request.body().functionArn(), 1, 140);
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
