package org.connectchat.chat.identity;

/**
 * How far the ids of an instance with a seed of its own have come.
 *
 * @param drawn how many bytes the seed has given
 */
public record SavedInstanceIds(String instanceId, long seed, long drawn) {}
