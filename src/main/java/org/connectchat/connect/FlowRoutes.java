package org.connectchat.connect;

import java.util.List;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Route.Scope;
import org.connectchat.restjson.throttle.ThrottleLimit;

/** The routes of the operations on flows and modules, with AWS's default throttle (rule F86). */
public final class FlowRoutes {

    private static final String FLOW = "/contact-flows/{InstanceId}/{ContactFlowId}";
    private static final String MODULE = "/contact-flow-modules/{InstanceId}/{ContactFlowModuleId}";

    public static final Route CREATE_CONTACT_FLOW = route("CreateContactFlow", "PUT", "/contact-flows/{InstanceId}");
    public static final Route DESCRIBE_CONTACT_FLOW = route("DescribeContactFlow", "GET", FLOW);
    public static final Route DELETE_CONTACT_FLOW = route("DeleteContactFlow", "DELETE", FLOW);
    public static final Route UPDATE_CONTACT_FLOW_CONTENT =
            route("UpdateContactFlowContent", "POST", FLOW + "/content");
    public static final Route UPDATE_CONTACT_FLOW_METADATA =
            route("UpdateContactFlowMetadata", "POST", FLOW + "/metadata");
    public static final Route UPDATE_CONTACT_FLOW_NAME = route("UpdateContactFlowName", "POST", FLOW + "/name");
    public static final Route LIST_CONTACT_FLOWS =
            route("ListContactFlows", "GET", "/contact-flows-summary/{InstanceId}");

    public static final Route CREATE_CONTACT_FLOW_MODULE =
            route("CreateContactFlowModule", "PUT", "/contact-flow-modules/{InstanceId}");
    public static final Route DESCRIBE_CONTACT_FLOW_MODULE = route("DescribeContactFlowModule", "GET", MODULE);
    public static final Route DELETE_CONTACT_FLOW_MODULE = route("DeleteContactFlowModule", "DELETE", MODULE);
    public static final Route UPDATE_CONTACT_FLOW_MODULE_CONTENT =
            route("UpdateContactFlowModuleContent", "POST", MODULE + "/content");
    public static final Route UPDATE_CONTACT_FLOW_MODULE_METADATA =
            route("UpdateContactFlowModuleMetadata", "POST", MODULE + "/metadata");
    public static final Route LIST_CONTACT_FLOW_MODULES =
            route("ListContactFlowModules", "GET", "/contact-flow-modules-summary/{InstanceId}");

    public static final Route ASSOCIATE_LAMBDA_FUNCTION =
            route("AssociateLambdaFunction", "PUT", "/instance/{InstanceId}/lambda-function");
    public static final Route ASSOCIATE_BOT = route("AssociateBot", "PUT", "/instance/{InstanceId}/bot");

    private FlowRoutes() {}

    private static Route route(String name, String method, String uri) {
        return new Route(
                ConnectDialect.INSTANCE,
                name,
                List.of(method),
                uri,
                ThrottleLimit.DEFAULT,
                Scope.ACCOUNT,
                ConnectError.THROTTLING);
    }
}
