package org.connectchat.connect.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.connectchat.testkit.Boto3;

/**
 * A boto3 that knows the newest members of StartChatContact, and StartAssistantContact. The installed one may be older, so
 * the model that it has gets what it lacks of {@code newer-model.json}; what it knows already stays as it is.
 */
final class NewerBoto3 {

    private static final String ADD = """
            import botocore.session, os
            loader = botocore.session.get_session().get_component("data_loader")
            model = loader.load_service_model("connect", "service-2")
            with open(os.environ["NEWER_MODEL"]) as file:
                newer = json.load(file)
            for kind in ("operations", "shapes"):
                for name, definition in newer[kind].items():
                    model[kind].setdefault(name, definition)
            for shape, members in newer["members"].items():
                for name, member in members.items():
                    model["shapes"][shape]["members"].setdefault(name, member)
            path = os.path.join(os.environ["NEWER_FOLDER"], "connect", model["metadata"]["apiVersion"])
            os.makedirs(path)
            with open(os.path.join(path, "service-2.json"), "w") as file:
                json.dump(model, file)
            print(json.dumps(path))
            """;

    private NewerBoto3() {}

    /** Puts the model into an empty folder, and returns a boto3 that reads it there. */
    static Boto3 at(URI endpoint, Path folder) throws IOException, InterruptedException {
        Path newer = folder.resolve("newer-model.json");
        try (InputStream resource = NewerBoto3.class.getResourceAsStream("newer-model.json")) {
            Files.writeString(newer, new String(requireNonNull(resource).readAllBytes(), UTF_8));
        }
        Path models = folder.resolve("models");
        Boto3.at(endpoint, Map.of("NEWER_MODEL", newer.toString(), "NEWER_FOLDER", models.toString()))
                .run(ADD);
        return Boto3.at(
                endpoint,
                Map.of(
                        "AWS_DATA_PATH", models.toString(),
                        "AWS_ACCESS_KEY_ID", "any",
                        "AWS_SECRET_ACCESS_KEY", "thing"));
    }
}
