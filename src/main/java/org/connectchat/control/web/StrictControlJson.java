package org.connectchat.control.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.control.Instants;
import org.connectchat.restjson.json.JsonMappers;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON of the control API: nothing unknown, nothing twice, nothing coerced, so that a misspelt member is no silence. */
final class StrictControlJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        JsonMappers.coercingNothing(builder)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // 5 is as good a number as 5.0.
                .withCoercionConfig(
                        LogicalType.Float,
                        numbers -> numbers.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .changeDefaultPropertyInclusion(inclusion ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addModule(new SimpleModule()
                        .addDeserializer(
                                Duration.class,
                                new RefusedValue.Form<>(Duration.class, Durations::parse, Durations.RULE))
                        .addDeserializer(
                                Instant.class, new RefusedValue.Form<>(Instant.class, Instants::parse, Instants.RULE)));
    }
}
