package org.connectchat.attachment;

import org.connectchat.restjson.place.Place;

/** The paths of uploads and downloads. */
public final class AttachmentPaths {

    static final String UPLOAD = Place.UPLOADS;
    static final String DOWNLOAD = Place.DOWNLOADS;

    private AttachmentPaths() {}

    /** The path below the base URL for the PUT of the bytes. */
    public static String upload(String handle) {
        return UPLOAD + handle;
    }

    /** The path below the base URL for the GET of the bytes. */
    public static String download(String handle) {
        return DOWNLOAD + handle;
    }
}
