package org.connectchat.attachment;

/** A file that a participant will upload. */
public record Announcement(String name, String contentType, long bytes) {

    /** Without the name. */
    @Override
    public String toString() {
        return "Announcement[" + bytes + "]";
    }
}
