package org.connectchat.connect.instance;

import java.util.List;
import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.Instances;
import org.connectchat.connect.ListPage;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the instances of the catalogue: {@code GET /instance} (rule U12). Without a catalogue there are none to list.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListInstances.html">ListInstances</a>
 */
@Component
final class ListInstances extends RequestOperation<ListPage> {

    private static final int MAX_RESULTS = 10;

    record Response(
            List<InstanceDescription> instanceSummaryList,
            @Nullable String nextToken) {}

    private final Instances instances;
    private final InstanceDescriptions descriptions;

    ListInstances(Instances instances, InstanceDescriptions descriptions) {
        this.instances = instances;
        this.descriptions = descriptions;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.LIST_INSTANCES;
    }

    @Override
    protected ListPage read(Call call) {
        return ListPage.of(QueryParameters.of(call), MAX_RESULTS);
    }

    @Override
    protected Violations check(ListPage page) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        page.check(violations);
        return violations;
    }

    @Override
    protected @Nullable Target target(ListPage page) {
        return null;
    }

    @Override
    protected Response execute(ListPage page, Call call) {
        ListPage.Result<Instance> found =
                page.from(instances.current(), Instance::id, instance -> ResourceId.of(instance.id()));
        return new Response(found.elements().stream().map(descriptions::summary).toList(), found.nextToken());
    }
}
