package org.connectchat.flow.lambda;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.function.SingletonSupplier;

/** Finds the way to a function: a URL that stands for it, else the endpoint (rule F57). Makes clients when first used. */
final class FunctionRoutes {

    private final Map<FunctionName, URI> urls = new LinkedHashMap<>();
    private final LambdaSettings settings;
    private final PropertyResolver variables;
    private final String region;
    private final SingletonSupplier<BoundedHttp> http = SingletonSupplier.of(BoundedHttp::new);

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
            return new FunctionUrl(url, http::obtain);
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
            URI url = EndpointUrl.of(settings, variables);
            if (url == null) {
                throw new CallFailure(
                        "not configured; set emulator.flows.lambda.functions." + function.name()
                                + " to the URL of the function, or emulator.flows.lambda.endpoint to that of a Lambda endpoint");
            }
            made = new LambdaEndpoint(url, Credentials.of(settings, variables), http.obtain());
            endpoint = made;
        }
        return made;
    }
}
