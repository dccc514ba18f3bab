package org.connectchat.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the response of a server that has not taken an item means for the item: whether another attempt may succeed. */
public final class FailedResponse {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,64}");

    private FailedResponse() {}

    /**
     * The failure of an attempt.
     *
     * @param server names the kind of server
     * @param code the error code of AWS, or null
     * @param isThrottled whether the code says that there were too many calls
     */
    public static DeliveryFailure of(String server, int status, @Nullable String code, boolean isThrottled) {
        String reason = server + ": status " + status + (isCode(code) ? " " + code : "");
        boolean mayPass =
                status >= FIRST_SERVER_ERROR || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || isThrottled;
        return mayPass ? DeliveryFailure.forNow(reason) : DeliveryFailure.forGood(reason);
    }

    /** The failure of an attempt at a server that has no error codes. */
    public static DeliveryFailure of(String server, int status) {
        return of(server, status, null, false);
    }

    /** An error code as reasons show it: a code of another form may be any text of any length. */
    public static String shown(@Nullable String code) {
        return isCode(code) ? String.valueOf(code) : "no known error code";
    }

    private static boolean isCode(@Nullable String code) {
        return code != null && CODE.matcher(code).matches();
    }
}
