package org.connectchat.restjson.json;

import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON of WebSocket frames, with AWS's member names. */
public final class WireJson {

    private final JsonMapper json;

    public WireJson(JsonMapper json) {
        this.json = json;
    }

    /** A record's JSON: members in upper camel case unless they say otherwise, and without those that are null. */
    public String text(Record value) {
        return json.writeValueAsString(value);
    }
}
