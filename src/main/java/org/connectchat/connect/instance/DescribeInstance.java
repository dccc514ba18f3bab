package org.connectchat.connect.instance;

import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.Instances;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Shows an instance: {@code GET /instance/{InstanceId}} (rule U11). Without a catalogue every id is an instance.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeInstance.html">DescribeInstance</a>
 */
@Component
final class DescribeInstance extends RequestOperation<String> {

    record Response(InstanceDescription instance) {}

    private final Instances instances;
    private final InstanceDescriptions descriptions;

    DescribeInstance(Instances instances, InstanceDescriptions descriptions) {
        this.instances = instances;
        this.descriptions = descriptions;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.DESCRIBE_INSTANCE;
    }

    @Override
    protected String read(Call call) {
        return call.label("InstanceId");
    }

    @Override
    protected Violations check(String instanceIdOrArn) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        ResourceId.check("InstanceId", instanceIdOrArn, 100, violations);
        return violations;
    }

    @Override
    protected Target target(String instanceIdOrArn) {
        return new Target(ResourceId.of(instanceIdOrArn), null);
    }

    @Override
    protected Response execute(String instanceIdOrArn, Call call) {
        return new Response(descriptions.whole(instances.get(ResourceId.of(instanceIdOrArn))));
    }
}
