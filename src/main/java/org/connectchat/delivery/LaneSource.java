package org.connectchat.delivery;

/**
 * What the items of a lane come from.
 *
 * @param owner those with the same owner are counted together: the id of an instance
 * @param id the id of a session
 */
public record LaneSource(String owner, String id) {}
