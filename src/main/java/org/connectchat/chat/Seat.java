package org.connectchat.chat;

/** A participant in a contact: what a valid token stands for. */
public record Seat(Contact contact, Participant participant) {}
