package org.connectchat.restjson.json;

import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes all mappers for JSON that callers send. By default a parser keeps every member name it ever met, even of refused
 * bodies, and callers choose the names (rule R15).
 */
public final class JsonMappers {

    private JsonMappers() {}

    /** A mapper that keeps no member names and otherwise has Jackson's own settings. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder(keepingNoNames(JsonFactory.builder()).build());
    }

    /**
     * Makes a mapper read trees whose numbers are written as they were read (rule F15), and refuse a number with an exponent
     * that is out of range. Jackson's own trees turn such a number into a text, or fail with an error that is no {@code
     * JacksonException}.
     */
    public static <B extends MapperBuilder<?, B>> B keepingNumbers(B mapper) {
        return mapper.addModule(WrittenNumbers.module());
    }

    /** Makes a mapper take types as they are: no number from a text, no boolean from a number. */
    public static <B extends MapperBuilder<?, B>> B coercingNothing(B mapper) {
        return mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(UnicodeStrings.module())
                .addModule(RecordCreators.module());
    }

    /** A factory whose parsers keep no member names. */
    public static JsonFactoryBuilder keepingNoNames(JsonFactoryBuilder factory) {
        return factory.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES);
    }
}
