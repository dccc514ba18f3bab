package org.connectchat.flow.shape;

public class ActionShape {}
