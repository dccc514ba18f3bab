package org.connectchat.flow.lambda;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.flow.lambda.ResponseType.JSON;
import static org.connectchat.flow.lambda.ResponseType.STRING_MAP;

import org.connectchat.outbound.CallFailure;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

    private static String read(String json, ResponseType type) throws CallFailure {
        return ResultReader.read(json.getBytes(UTF_8), type).toString();
    }

    @Test
    @Rule("F54")
    void aStringMapHasStringsAndItsNumbersAndBooleansBecomeStringsAsTheyAreWritten() throws CallFailure {
        assertThat(read("{\"a\":\"$1000\",\"b\":12345678901234567890.50,\"c\":1e3,\"d\":true,\"e\":\"\"}", STRING_MAP))
                .isEqualTo(
                        "{\"a\":\"$1000\",\"b\":\"12345678901234567890.50\",\"c\":\"1e3\",\"d\":\"true\",\"e\":\"\"}");
        assertThat(read(" {} ", STRING_MAP)).isEqualTo("{}");
    }

    @ParameterizedTest
    @Rule("F54")
    @CsvSource(
            delimiter = '|',
            value = {"{'a':{'b':'c'}} | an object", "{'a':'b','c':['d']} | a list", "{'a':null} | null"})
    void aStringMapIsFlat(String json, String kind) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'), STRING_MAP))
                .isInstanceOf(CallFailure.class)
                .hasMessageContaining("STRING_MAP requires: " + kind);
    }

    @Test
    @Rule("F54")
    void aJsonResultIsAnyObject() throws CallFailure {
        String json = "{\"a\":{\"b\":[1.50,null,true,{\"c\":\"d\"}]}}";

        assertThat(read(json, JSON)).isEqualTo(json);
    }

    @ParameterizedTest
    @Rule("F54")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{}] | not a JSON object",
                "\"text\" | not a JSON object",
                "null | not a JSON object",
                "7 | not a JSON object",
                "`` | empty",
                "{\"a\":\"b\" | not valid JSON",
                "{\"a\":\"b\"} {} | not valid JSON",
                "{a:1} | not valid JSON",
                "Hello Ada | not valid JSON",
                "{\"a\":\"\\ud800\"} | a surrogate without its other half",
                "{\"\\udc00\":\"b\"} | a surrogate without its other half"
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String body, String reason) {
        for (ResponseType type : ResponseType.values()) {
            assertThatThrownBy(() -> read(body, type))
                    .isInstanceOf(CallFailure.class)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("Ada");
        }
    }

    @ParameterizedTest
    @Rule("F54")
    @EnumSource
    void aResultThatIsNotUtf8IsRefused(ResponseType type) {
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xE4, '"', '}'};

        assertThatThrownBy(() -> ResultReader.read(latin, type)).hasMessageContaining("not valid UTF-8");
        assertThatThrownBy(() -> ResultReader.read("{}".getBytes(UTF_16), type)).isInstanceOf(CallFailure.class);
    }

    @ParameterizedTest
    @Rule("F54")
    @EnumSource
    void aResultOfManyLevelsIsRefused(ResponseType type) throws CallFailure {
        assertThat(read("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}", JSON))
                .startsWith("{\"a\":[[");
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(16_000), type)).hasMessageContaining("100 levels");
    }

    @Test
    @Rule("F54")
    void aNumberOfManyDigitsIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":" + "9".repeat(30_000) + "}", STRING_MAP))
                .hasMessageContaining("too long");
    }

    @Test
    @Rule({"F15", "F54"})
    void aJsonResultKeepsItsNumbersAsTheyAreWritten() throws CallFailure {
        String json = "{\"a\":[1.10,1e5,1E-7,0.1000000000000000055,1e999999,12345678901234567890,-7]}";

        assertThat(read(json, JSON)).isEqualTo(json);
    }

    @ParameterizedTest
    @Rule({"F54", "F56"})
    @ValueSource(strings = {"1e9999999999", "1e2147483648", "1e-9999999999", "1e99999999999999999999"})
    void aNumberWithAnExponentOutOfRangeIsRefused(String number) {
        for (ResponseType type : ResponseType.values()) {
            assertThatThrownBy(() -> read("{\"a\":" + number + "}", type))
                    .isInstanceOf(CallFailure.class)
                    .hasMessage("the result is nested deeper than 100 levels, or a number in it is too long or out of"
                            + " range");
        }
    }
}
