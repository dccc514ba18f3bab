package org.connectchat.restjson.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON as restJson1 has it: member names in upper camel case, types as they are, nothing coerced (rules T3, T4 and T6). */
public final class StrictJson {

    private static final int MAXIMUM_DEPTH = 200;

    private StrictJson() {}

    public static JsonMapper mapper() {
        JsonFactory factory = JsonMappers.keepingNoNames(JsonFactory.builder())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        // Keys of maps have their own rules, so the parser does not limit them.
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
        // No list or map of AWS's model is sparse: null is absent as a member, and wrong as an element or value.
        JsonSetter.Value noNullElements = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        return JsonMappers.coercingNothing(JsonMapper.builder(factory))
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(inclusion ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .changeDefaultNullHandling(nulls -> noNullElements)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // The reader checks this itself, for a better message.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
