package org.connectchat.kit.container;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.kit.EmulatorServer;
import org.connectchat.kit.EmulatorSettings;
import org.connectchat.kit.client.EmulatorClient;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The emulator as a container. No image is published: build it with {@code docker build -t connect-chat-emulator .}. */
public final class ConnectChatContainer extends GenericContainer<ConnectChatContainer>
        implements EmulatorServer, EmulatorSettings<ConnectChatContainer> {

    /** The system property that names another image than {@link #DEFAULT_IMAGE}. */
    public static final String IMAGE_PROPERTY = "connectchat.image";

    /** The image that the README of the emulator builds. */
    public static final String DEFAULT_IMAGE = "connect-chat-emulator";

    private static final int PORT = 8080;

    private final DockerImageName image;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable String token;

    /** A container of the image that the system property {@code connectchat.image} names, or of the default image. */
    public ConnectChatContainer() {
        this(System.getProperty(IMAGE_PROPERTY, DEFAULT_IMAGE));
    }

    /** A container of this image. */
    public ConnectChatContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** A container of this image. */
    public ConnectChatContainer(DockerImageName image) {
        super(image);
        this.image = image;
        withExposedPorts(PORT);
        waitingFor(Wait.forHttp("/actuator/health/readiness")
                .forPort(PORT)
                .forStatusCode(200)
                .withStartupTimeout(Duration.ofMinutes(1)));
    }

    @Override
    public ConnectChatContainer withSetting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** The files are copied when the container starts, readable for its user. */
    @Override
    public ConnectChatContainer withFlows(Path folder) {
        return withCopyFileToContainer(MountableFile.forHostPath(folder.toAbsolutePath(), 0755), "/flows");
    }

    @Override
    public ConnectChatContainer withControlToken(String token) {
        this.token = token;
        return withEnv("EMULATOR_CONTROL_TOKEN", token);
    }

    /** Arguments instead of variables: the names of settings stay as they are. */
    @Override
    protected void configure() {
        setCommand(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    @Override
    public void start() {
        try {
            super.start();
        } catch (ContainerFetchException e) {
            throw new IllegalStateException(
                    "The image " + getDockerImageName()
                            + " cannot be had. No image is published: build it in a checkout"
                            + " of the emulator with docker build -t " + DEFAULT_IMAGE + " .",
                    e);
        }
    }

    @Override
    public void stop() {
        super.stop();
    }

    @Override
    public void close() {
        super.close();
    }

    @Override
    public URI endpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    @Override
    public EmulatorClient client() {
        return new EmulatorClient(endpoint(), token);
    }
}
