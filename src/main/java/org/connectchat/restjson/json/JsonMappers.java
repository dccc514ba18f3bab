package org.connectchat.restjson.json;

import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where mappers for JSON that callers send begin. A parser would keep every member name it ever met, even of
 * a body that was refused, and callers choose the names (rule R15).
 */
public final class JsonMappers {

    private JsonMappers() {}

    /** A mapper with Jackson's own settings otherwise. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder(keepingNoNames(JsonFactory.builder()).build());
    }

    /** A factory whose parsers keep no member names. */
    public static JsonFactoryBuilder keepingNoNames(JsonFactoryBuilder factory) {
        return factory.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES);
    }
}
