package org.connectchat.flow.lambda;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a function: an ARN, the part of an ARN from the account on, or the name alone. A qualifier at its end, the
 * version or the alias, is no part of it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName">FunctionName</a>
 */
record FunctionName(@Nullable String region, @Nullable String account, String name) {

    private static final int LONGEST = 170;
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:aws[a-z-]*:lambda:(?<region>[a-z]{2}(?:-[a-z]+)+-[0-9]):)?"
                    + "(?:(?<account>[0-9]{12}):)?(?:function:)?(?<name>[A-Za-z0-9._-]{1,64})(?::(?:\\$LATEST|[A-Za-z0-9_-]+))?");

    /** Reads a name; null if the text is none. */
    static @Nullable FunctionName of(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        return new FunctionName(parts.group("region"), parts.group("account"), parts.group("name"));
    }

    /** Whether both can be names of one function. */
    boolean fits(FunctionName other) {
        return fits(region, other.region) && fits(account, other.account) && name.equals(other.name);
    }

    private static boolean fits(@Nullable String part, @Nullable String other) {
        return part == null || other == null || part.equals(other);
    }

    /** Like {@link #fits}, where names are spelled as environment variables and properties can spell them. */
    boolean fitsLoosely(FunctionName other) {
        return loose().fits(other.loose());
    }

    private FunctionName loose() {
        return new FunctionName(
                region, account, name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
    }

    /** How many parts of an ARN it names. */
    long precision() {
        return Stream.of(region != null, account != null).filter(given -> given).count();
    }
}
