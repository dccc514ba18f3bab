package org.connectchat.restjson.throttle;

/**
 * How many calls a token bucket lets through (rule B2).
 *
 * @param perSecond tokens that come back in a second
 * @param burst tokens that a full bucket holds
 */
public record ThrottleLimit(double perSecond, int burst) {

    /** AWS's limit for every operation without one of its own. */
    public static final ThrottleLimit DEFAULT = new ThrottleLimit(2.0, 5);
}
