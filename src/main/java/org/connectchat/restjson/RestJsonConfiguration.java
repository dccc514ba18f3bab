package org.connectchat.restjson;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.catalina.core.StandardHost;
import org.connectchat.restjson.body.BytesInFlight;
import org.connectchat.restjson.body.PatienceSettings;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
    private final AnswerWriter answers = new AnswerWriter(json);

    @Bean
    OperationMapping operationMapping(
            List<Operation> operations,
            ThrottlingFigures figures,
            RequestSettings requests,
            Clock clock,
            Delays delays,
            ObjectProvider<CallInterceptor> interceptors,
            RequestBodies bodies,
            ResponseBodies responses) {
        figures.serve(operations.stream().map(Operation::route).toList());
        Endpoint.Shared shared = new Endpoint.Shared(
                figures,
                interceptors.orderedStream().toList(),
                clock,
                new CollectingBodies(
                        bodies, Math.toIntExact(requests.maxRequestSize().toBytes())),
                delays,
                answers,
                responses);
        Function<Operation, Endpoint> endpoint = operation -> new Endpoint(operation, shared);
        Router router = new Router(operations.stream().map(endpoint).toList());
        return new OperationMapping(router, new Unserved(operations, endpoint, json), new BodyReader(json));
    }

    @Bean
    ThrottlingFigures throttlingFigures(ThrottlingSettings throttling) {
        return new ThrottlingFigures(throttling);
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
                new UnknownOperation(operations), Ordered.LOWEST_PRECEDENCE, path -> !OwnPaths.include(path));
    }

    /** The health endpoint takes every path below its own for the name of a component, and answers without a word. */
    @Bean
    UnknownOperationMapping unknownHealth(List<Operation> operations) {
        return new UnknownOperationMapping(
                new UnknownOperation(operations),
                Ordered.HIGHEST_PRECEDENCE,
                path -> path.startsWith(HEALTH) && !PROBES.contains(path));
    }

    @Bean
    ConnectionReset connectionReset() {
        return new ConnectionReset();
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
    ResponseBodies responseBodies(PatienceSettings patience, ConnectionReset connections, BytesInFlight inFlight) {
        return new ResponseBodies(patience.responseTimeout(), connections::reset, inFlight);
    }

    @Bean
    PeerWatch peerWatch(ConnectionReset connections, Delays delays) {
        return new PeerWatch(connections, delays);
    }

    @Bean
    ErrorAnswers errorAnswers(ConnectionReset connections) {
        return new ErrorAnswers(answers, connections);
    }

    @Bean
    FilterRegistrationBean<FrontFilter> frontFilter(
            ObjectProvider<CallObserver> observers,
            RequestBodies requests,
            ResponseBodies responses,
            ConnectionReset connections) {
        FilterRegistrationBean<FrontFilter> registration = new FilterRegistrationBean<>(
                new FrontFilter(answers, observers.orderedStream().toList(), requests, responses, connections));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Nothing here asks Spring for the request of the current thread, so nothing needs to set it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> registration =
                new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> contractAnswersFromTomcat(ConnectionReset connections) {
        return factory -> {
            factory.setProtocol(Connections.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof Connections tomcats) {
                    connections.serves(tomcats);
                }
                // A label may be a full ARN, whose slashes SDKs encode.
                connector.setEncodedSolidusHandling("passthrough");
                connector.setEncodedReverseSolidusHandling("passthrough");
                // Whoever asks before sending a body gets the answer that the body would have got.
                connector.setProperty("continueResponseTiming", "onRead");
                // Not to be traced, but to be refused by the contract's rules instead of Tomcat's.
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
