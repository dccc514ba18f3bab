package org.connectchat.connect;

import java.util.List;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Route.Scope;
import org.connectchat.restjson.throttle.ThrottleLimit;

/** The routes of the operations that show instances, queues and views, with AWS's default throttle (rules U11 to U14). */
public final class CatalogueRoutes {

    public static final Route DESCRIBE_INSTANCE =
            route("DescribeInstance", "/instance/{InstanceId}", ConnectError.THROTTLING);
    public static final Route LIST_INSTANCES = route("ListInstances", "/instance", ConnectError.THROTTLING);
    public static final Route LIST_QUEUES =
            route("ListQueues", "/queues-summary/{InstanceId}", ConnectError.THROTTLING);
    public static final Route DESCRIBE_QUEUE =
            route("DescribeQueue", "/queues/{InstanceId}/{QueueId}", ConnectError.THROTTLING);
    public static final Route LIST_VIEWS = route("ListViews", "/views/{InstanceId}", ConnectError.TOO_MANY_REQUESTS);
    public static final Route DESCRIBE_VIEW =
            route("DescribeView", "/views/{InstanceId}/{ViewId}", ConnectError.TOO_MANY_REQUESTS);

    private CatalogueRoutes() {}

    private static Route route(String name, String uri, ConnectError throttled) {
        return new Route(
                ConnectDialect.INSTANCE, name, List.of("GET"), uri, ThrottleLimit.DEFAULT, Scope.ACCOUNT, throttled);
    }
}
