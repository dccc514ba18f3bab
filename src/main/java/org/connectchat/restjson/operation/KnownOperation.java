package org.connectchat.restjson.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An operation that AWS has, emulated or not.
 *
 * @param service the name that SDKs have for its service
 * @param name its AWS name
 * @param uri as in the AWS model, with {@code {labels}}
 */
public record KnownOperation(String service, String name, String method, String uri) {

    private static final String RESOURCE = "operations.tsv";

    /** All operations of both services, from a resource that is made from AWS's models. */
    public static List<KnownOperation> all() {
        try (InputStream resource = Objects.requireNonNull(KnownOperation.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(KnownOperation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownOperation of(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        return new KnownOperation(columns.get(0), columns.get(1), columns.get(2), columns.get(3));
    }
}
