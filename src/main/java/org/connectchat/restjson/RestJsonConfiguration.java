package org.connectchat.restjson;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.catalina.core.StandardHost;
import org.connectchat.restjson.body.BytesInFlight;
import org.connectchat.restjson.body.PatienceSettings;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.body.RequestSettings;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.call.CallInterceptor;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.endpoint.BodyCollection;
import org.connectchat.restjson.endpoint.Endpoint;
import org.connectchat.restjson.endpoint.OperationDispatcher;
import org.connectchat.restjson.endpoint.OperationMapping;
import org.connectchat.restjson.endpoint.Router;
import org.connectchat.restjson.endpoint.Stages;
import org.connectchat.restjson.endpoint.UnimplementedOperations;
import org.connectchat.restjson.endpoint.UnknownOperation;
import org.connectchat.restjson.endpoint.UnknownOperationMapping;
import org.connectchat.restjson.filter.AwsProtocolFilter;
import org.connectchat.restjson.filter.ContainerErrors;
import org.connectchat.restjson.json.BodyReader;
import org.connectchat.restjson.json.StrictJson;
import org.connectchat.restjson.json.WireJson;
import org.connectchat.restjson.operation.Operation;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.response.ErrorResponses;
import org.connectchat.restjson.response.ResponseWriter;
import org.connectchat.restjson.throttle.Throttle;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.connectchat.restjson.throttle.ThrottlingSettings;
import org.connectchat.restjson.tomcat.Buffers;
import org.connectchat.restjson.tomcat.ConnectionResetter;
import org.connectchat.restjson.tomcat.ResettableNioProtocol;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.connectchat.restjson.url.PublicUrl;
import org.connectchat.restjson.url.PublicUrlSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import tools.jackson.databind.json.JsonMapper;

/** Puts the protocol on Spring MVC and Tomcat. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ThrottlingSettings.class,
    RequestSettings.class,
    PublicUrlSettings.class,
    PatienceSettings.class
})
class RestJsonConfiguration {

    private static final String HEALTH = "/actuator/health/";
    private static final Set<String> PROBES = Set.of(HEALTH + "liveness", HEALTH + "readiness");
    private final JsonMapper json = StrictJson.mapper();

    private final ResponseWriter writer = new ResponseWriter(json);

    @Bean
    OperationMapping operationMapping(
            List<Operation> operations,
            Throttle throttle,
            RequestSettings requests,
            Clock clock,
            Delays delays,
            ObjectProvider<CallInterceptor> interceptors,
            RequestBodies bodies,
            ResponseBodies responses) {
        throttle.serve(limits(operations));
        Stages.Shared shared = new Stages.Shared(
                throttle,
                interceptors.orderedStream().toList(),
                clock,
                new BodyCollection(
                        bodies, Math.toIntExact(requests.maxRequestSize().toBytes())),
                delays,
                writer,
                responses);
        Function<Operation, Endpoint> endpoint = operation -> new Endpoint(operation, shared);
        Router router = new Router(operations.stream().map(endpoint).toList());
        return new OperationMapping(router, new UnimplementedOperations(operations, endpoint), new BodyReader(json));
    }

    /** In place of the servlet that Spring Boot would make. It takes none of the settings {@code spring.mvc.*}. */
    @Bean(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME)
    OperationDispatcher dispatcherServlet() {
        OperationDispatcher dispatcher = new OperationDispatcher();
        dispatcher.setDispatchOptionsRequest(true);
        dispatcher.setPublishEvents(false);
        return dispatcher;
    }

    /** AWS's limits; operations of one name share one bucket. */
    private static Map<String, ThrottleLimit> limits(List<Operation> operations) {
        Map<String, ThrottleLimit> limits = new HashMap<>();
        operations.forEach(operation ->
                limits.put(operation.route().name(), operation.route().limit()));
        return limits;
    }

    @Bean
    Throttle throttle(ThrottlingSettings throttling) {
        return new Throttle(throttling);
    }

    @Bean
    Delays delays() {
        return new Delays();
    }

    @Bean
    WireJson wireJson() {
        return new WireJson(json);
    }

    @Bean
    PublicUrl publicUrl(PublicUrlSettings settings) {
        return new PublicUrl(settings.withoutTrailingSlash());
    }

    @Bean
    UnknownOperationMapping everyOtherPath(List<Operation> operations) {
        return new UnknownOperationMapping(
                new UnknownOperation(operations), Ordered.LOWEST_PRECEDENCE, path -> !ControlPaths.include(path));
    }

    /** The health endpoint takes every path below its own for the name of a component, and sends an empty response. */
    @Bean
    UnknownOperationMapping unknownHealth(List<Operation> operations) {
        return new UnknownOperationMapping(
                new UnknownOperation(operations),
                Ordered.HIGHEST_PRECEDENCE,
                path -> path.startsWith(HEALTH) && !PROBES.contains(path));
    }

    @Bean
    ConnectionResetter connectionReset() {
        return new ConnectionResetter();
    }

    @Bean
    BytesInFlight bytesInFlight() {
        return new BytesInFlight(Runtime.getRuntime().maxMemory() / 8);
    }

    @Bean
    RequestBodies requestBodies(PatienceSettings patience, BytesInFlight inFlight) {
        return new RequestBodies(patience.bodyTimeout(), inFlight);
    }

    @Bean
    ResponseBodies responseBodies(PatienceSettings patience, ConnectionResetter connections, BytesInFlight inFlight) {
        return new ResponseBodies(patience.responseTimeout(), connections::reset, inFlight);
    }

    @Bean
    PeerWatch peerWatch(ConnectionResetter connections, Delays delays) {
        return new PeerWatch(connections, delays);
    }

    @Bean
    ErrorResponses errorResponses(ConnectionResetter connections) {
        return new ErrorResponses(writer, connections);
    }

    @Bean
    FilterRegistrationBean<AwsProtocolFilter> awsProtocolFilter(
            ObjectProvider<CallObserver> observers,
            RequestBodies requests,
            ResponseBodies responses,
            ConnectionResetter connections) {
        FilterRegistrationBean<AwsProtocolFilter> registration = new FilterRegistrationBean<>(
                new AwsProtocolFilter(writer, observers.orderedStream().toList(), requests, responses, connections));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** No code asks Spring for the request of the current thread, so no filter has to set it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> registration =
                new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> contractResponsesFromTomcat(
            ConnectionResetter connections, PatienceSettings patience) {
        return factory -> {
            factory.setProtocol(ResettableNioProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof ResettableNioProtocol tomcats) {
                    connections.serves(tomcats);
                    patience.requireLonger(Duration.ofMillis(tomcats.getConnectionTimeout()));
                }
                // A label may be a full ARN, whose slashes SDKs encode.
                connector.setEncodedSolidusHandling("passthrough");
                connector.setEncodedReverseSolidusHandling("passthrough");
                // A caller that asks before it sends a body gets the response that the body would have got.
                connector.setProperty("continueResponseTiming", "onRead");
                Buffers.set(connector);
                // TRACE is still refused, by the rules of the contract and not by Tomcat's.
                connector.setAllowTrace(true);
            });
            factory.addEngineValves(new UnreadBody());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerErrors.class.getName());
                }
            });
        };
    }
}
