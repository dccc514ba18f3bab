package org.connectchat.attachment;

/** A file that somebody means to upload. */
public record Announcement(String name, String contentType, long bytes) {

    /** Without the name. */
    @Override
    public String toString() {
        return "Announcement[" + bytes + "]";
    }
}
