package org.connectchat.chat.contact;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a segment attribute; rules I19 to I21 say which members may be set.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SegmentAttributeValue.html">SegmentAttributeValue</a>
 */
public record SegmentAttributeValue(
        @Nullable String valueString,
        @Nullable BigInteger valueInteger,
        @Nullable Map<String, SegmentAttributeValue> valueMap,
        @Nullable List<SegmentAttributeValue> valueList,
        @Nullable String valueArn) {

    public static SegmentAttributeValue of(String value) {
        return new SegmentAttributeValue(value, null, null, null, null);
    }

    /** Whether no member is set. Because of the name of this method, Jackson writes no JSON member for it. */
    public boolean hasNoMember() {
        return valueString == null && valueInteger == null && valueMap == null && valueList == null && valueArn == null;
    }
}
