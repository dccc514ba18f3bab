package org.connectchat.connect.view;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.view.ViewCatalogue;
import org.connectchat.flow.view.ViewSettings.View;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a configured view with its content: {@code GET /views/{InstanceId}/{ViewId}} (rule U14). The id may be followed by
 * {@code :$LATEST}, {@code :$SAVED} or the version of the view.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeView.html">DescribeView</a>
 */
@Component("describeViewOfConnect")
final class DescribeView extends RequestOperation<DescribeView.Request> {

    private static final List<String> CURRENT = List.of("$LATEST", "$SAVED");

    record Request(String instanceIdOrArn, String viewIdOrArn) {}

    record Response(Description view) {}

    record Description(String id, String arn, String name, String status, String type, int version, Content content) {}

    record Content(String inputSchema, String template, List<String> actions) {}

    private final ViewCatalogue views;
    private final Catalogue catalogue;
    private final AccountSettings account;

    DescribeView(ViewCatalogue views, Catalogue catalogue, AccountSettings account) {
        this.views = views;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.DESCRIBE_VIEW;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.label("ViewId"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ViewRules.instance(request.instanceIdOrArn(), violations);
        ViewRules.view(request.viewIdOrArn(), violations);
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
        View view = find(ResourceId.of(request.viewIdOrArn()));
        if (view == null) {
            throw new AwsException(
                    ConnectError.RESOURCE_NOT_FOUND,
                    "View " + Violations.abbreviated(request.viewIdOrArn())
                            + " was not found; emulator.views names the views there are");
        }
        return new Response(new Description(
                view.id(),
                account.arn(instanceId, "view/" + view.id()),
                view.name(),
                ViewRules.STATUS,
                ViewRules.TYPE,
                view.version(),
                new Content(view.inputSchema(), view.template(), view.actions())));
    }

    private @Nullable View find(String id) {
        View whole = views.find(id);
        int colon = id.lastIndexOf(':');
        if (whole != null || colon < 0) {
            return whole;
        }
        View view = views.find(id.substring(0, colon));
        String qualifier = id.substring(colon + 1);
        boolean meant =
                view != null && (CURRENT.contains(qualifier) || qualifier.equals(Integer.toString(view.version())));
        return meant ? view : null;
    }
}
