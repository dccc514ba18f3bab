package org.connectchat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What was built: rule V40.
 *
 * @param version the version; {@code unknown} where the build wrote none, as in an IDE
 * @param commit the commit, with {@code -dirty} if files differed from it; null if the build did not know it
 */
record Build(String version, @Nullable String commit) {

    private static final String NAME = "connect-chat-emulator";
    private static final String FILE = "/META-INF/build-info.properties";

    /** Reads what the build wrote. */
    static Build read() {
        Properties written = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            if (file != null) {
                written.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = written.getProperty("build.commit", "");
        return new Build(written.getProperty("build.version", "unknown"), commit.isEmpty() ? null : commit);
    }

    /** The build by the names of Spring Boot's own build information. */
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", NAME);
        details.put("version", version);
        if (commit != null) {
            details.put("commit", commit);
        }
        return details;
    }

    /** The build in one line. */
    @Override
    public String toString() {
        return NAME + " " + version + (commit == null ? "" : ", commit " + commit);
    }
}
