package org.connectchat.flow.lex.script;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a script. RE2 matches it in a time that is linear in the input, whatever the expression. Its
 * syntax has neither look-around nor back references.
 */
final class LinearRegex {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_REPETITIONS = 100_000;
    private static final int MAX_PROGRAM = 5_000;

    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(?:[0-9]+,)?([0-9]{1,9})}|\\{([0-9]{1,9}),}");

    private final Pattern pattern;

    private LinearRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    static LinearRegex of(String regex, String path) {
        // The compiler unrolls repetitions, so they are counted before it sees them.
        if (regex.length() > MAX_LENGTH || repetitions(regex) > MAX_REPETITIONS) {
            throw tooLarge(path);
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw tooLarge(path);
            }
            return new LinearRegex(pattern);
        } catch (PatternSyntaxException e) {
            throw new WrongBotScript(
                    path, "must be a regular expression in the syntax of RE2, but has: " + e.getDescription());
        }
    }

    private static WrongBotScript tooLarge(String path) {
        return new WrongBotScript(
                path,
                "must have at most " + MAX_LENGTH + " characters, and few nested counted repetitions such as {2,5}");
    }

    private static double repetitions(String regex) {
        return COUNTED.matcher(regex)
                .results()
                .mapToDouble(LinearRegex::repetitions)
                .reduce(1, (one, other) -> one * other);
    }

    private static double repetitions(MatchResult counted) {
        String most = counted.group(1) == null ? counted.group(2) : counted.group(1);
        return Math.max(1, Double.parseDouble(most));
    }

    int groups() {
        return pattern.groupCount();
    }

    /** What the whole expression and each of its groups matched, or null if it does not match. */
    @Nullable
    List<String> match(String input) {
        Matcher matcher = pattern.matcher(input);
        if (!matcher.find()) {
            return null;
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? "" : group);
        }
        return groups;
    }
}
