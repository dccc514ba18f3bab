package org.connectchat.flow.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A flow of a sample.
 *
 * @param id the id of the flow, and the name of its file
 * @param name the name of the flow
 */
public record SampleFlow(String id, String name) {

    /** The name of its file, as messages show it. */
    public String file() {
        return id + ".json";
    }

    /** The content, which the caller closes. */
    public InputStream open() throws IOException {
        InputStream content = SampleFlow.class.getResourceAsStream(file());
        if (content == null) {
            throw new FileNotFoundException(file());
        }
        return content;
    }
}
