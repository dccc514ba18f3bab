package org.connectchat.attachment;

/** Where attachments are uploaded to and downloaded from. */
public final class AttachmentPaths {

    static final String UPLOAD = "/attachments/upload/";
    static final String DOWNLOAD = "/attachments/download/";

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
