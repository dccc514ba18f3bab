package org.connectchat.restjson.url;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host and port of a URL. Unlike {@link URI#getHost}, it knows host names with an underscore. */
final class Authority {

    private static final int LONGEST = 300;
    private static final int LAST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private Authority() {}

    /** Whether a URL has a usable host, a usable port or none, and nothing behind them. */
    static boolean isWholeOf(URI url) {
        String authority = url.getRawAuthority();
        if (authority == null
                || authority.length() > LONGEST
                || !url.getRawPath().isEmpty()
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            return false;
        }
        Matcher parts = FORM.matcher(authority);
        if (!parts.matches()) {
            return false;
        }
        String port = parts.group(1);
        return port == null || isPort(Integer.parseInt(port));
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= LAST_PORT;
    }
}
