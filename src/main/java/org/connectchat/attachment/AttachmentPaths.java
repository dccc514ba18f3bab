package org.connectchat.attachment;

import org.connectchat.restjson.place.Place;

/** Where attachments are uploaded to and downloaded from. */
public final class AttachmentPaths {

    static final String UPLOAD = Place.UPLOADS;
    static final String DOWNLOAD = Place.DOWNLOADS;

    private AttachmentPaths() {}

    /** The path below the base URL to which the bytes are put. */
    public static String upload(String handle) {
        return UPLOAD + handle;
    }

    /** The path below the base URL from which the bytes are got. */
    public static String download(String handle) {
        return DOWNLOAD + handle;
    }
}
