package org.connectchat.flow.lambda;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.EndpointUrl;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.WrongEndpointException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Finds the way to a function: a URL that stands for it, else the endpoint (rule F57). Makes clients when first used. */
final class FunctionRoutes {

    /** The largest result of a function (rule F54). */
    private static final int MAXIMUM_RESULT = 32 * 1024;

    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_LAMBDA", "AWS_ENDPOINT_URL");

    private final Map<FunctionName, URI> urls = new LinkedHashMap<>();
    private final LambdaSettings settings;
    private final PropertyResolver variables;
    private final String region;
    private final BoundedHttp http = new BoundedHttp(MAXIMUM_RESULT);

    @GuardedBy("this")
    private @Nullable LambdaEndpoint endpoint;

    /**
     * Reads the settings.
     *
     * @param variables the environment variables
     * @param region the region of functions whose name has none
     */
    FunctionRoutes(LambdaSettings settings, PropertyResolver variables, String region) {
        this.settings = settings;
        this.variables = variables;
        this.region = region;
        settings.functions().forEach((key, url) -> urls.put(Objects.requireNonNull(FunctionName.of(key)), url));
    }

    /**
     * The way to a function.
     *
     * @throws CallFailure if none is configured
     */
    FunctionRoute to(FunctionName function) throws CallFailure {
        URI url = url(function::fits).or(() -> url(function::fitsLoosely)).orElse(null);
        if (url != null) {
            return new FunctionUrl(url, http);
        }
        return endpoint(function).in(function.region() == null ? region : function.region());
    }

    /** The one whose key says most about the function. */
    private Optional<URI> url(Predicate<FunctionName> fits) {
        return urls.entrySet().stream()
                .filter(entry -> fits.test(entry.getKey()))
                .max(Comparator.comparingLong(entry -> entry.getKey().precision()))
                .map(Map.Entry::getValue);
    }

    private synchronized LambdaEndpoint endpoint(FunctionName function) throws CallFailure {
        LambdaEndpoint made = endpoint;
        if (made == null) {
            made = new LambdaEndpoint(new SdkEndpoint(url(function), settings.accessKey(variables), http));
            endpoint = made;
        }
        return made;
    }

    private URI url(FunctionName function) throws CallFailure {
        try {
            URI url = EndpointUrl.of(settings.endpoint(), variables, VARIABLES);
            if (url != null) {
                return url;
            }
        } catch (WrongEndpointException e) {
            throw new CallFailure(e.variable() + " " + e.reason(), e);
        }
        throw new CallFailure("not configured; set emulator.flows.lambda.functions." + function.name()
                + " to the URL of the function, or emulator.flows.lambda.endpoint to that of a Lambda endpoint");
    }
}
