package org.connectchat.contactevent;

/** The data that CONTACT_DATA_UPDATED names (rule E3). */
public enum UpdatedProperty {
    USER_DEFINED_ATTRIBUTES("UserDefinedAttributes"),
    TAGS("Tags"),
    SEGMENT_ATTRIBUTES("Segment Attributes");

    private final String text;

    UpdatedProperty(String text) {
        this.text = text;
    }

    /** The name in the event. */
    public String text() {
        return text;
    }
}
