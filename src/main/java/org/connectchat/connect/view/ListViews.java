package org.connectchat.connect.view;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ListPage;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.view.ViewCatalogue;
import org.connectchat.flow.view.ViewSettings.View;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the configured views: {@code GET /views/{InstanceId}} (rule U14).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListViews.html">ListViews</a>
 */
@Component
final class ListViews extends RequestOperation<ListViews.Request> {

    private static final int MAX_RESULTS = 100;

    record Request(String instanceIdOrArn, @Nullable String type, ListPage page) {}

    record Response(
            List<Summary> viewsSummaryList, @Nullable String nextToken) {}

    record Summary(String id, String arn, String name, String type, String status) {}

    private final ViewCatalogue views;
    private final Catalogue catalogue;
    private final AccountSettings account;

    ListViews(ViewCatalogue views, Catalogue catalogue, AccountSettings account) {
        this.views = views;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.LIST_VIEWS;
    }

    @Override
    protected Request read(Call call) {
        QueryParameters query = QueryParameters.of(call);
        return new Request(call.label("InstanceId"), query.first("type"), ListPage.of(query, MAX_RESULTS));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ViewRules.instance(request.instanceIdOrArn(), violations);
        violations.oneOf("Type", request.type(), List.of(ViewRules.TYPE, "AWS_MANAGED"));
        request.page().check(violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceIdOrArn()), null);
    }

    @Override
    protected Response execute(Request request, Call call) {
        String instanceId = ResourceId.of(request.instanceIdOrArn());
        catalogue.requireInstance(instanceId);
        List<View> wanted = request.type() == null || request.type().equals(ViewRules.TYPE) ? views.all() : List.of();
        ListPage.Result<View> page = request.page().from(wanted, View::name, View::id);
        return new Response(
                page.elements().stream()
                        .map(view -> new Summary(
                                view.id(),
                                account.arn(instanceId, "view/" + view.id()),
                                view.name(),
                                ViewRules.TYPE,
                                ViewRules.STATUS))
                        .toList(),
                page.nextToken());
    }
}
