package org.connectchat.slow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An emulator in a Java of its own, without a throttle. */
record EmulatorProcess(Process process, int port) implements AutoCloseable {

    static EmulatorProcess start(Path jar, String java) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--emulator.throttling.enabled=false",
                        "--emulator.quotas.concurrent-active-chats=1000000",
                        "--logging.level.org.connectchat.calls=warn"))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.contains("Ready on port ")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("The emulator did not start");
        }
        Thread drain = new Thread(() -> output.lines()
                .filter(said -> said.toUpperCase(Locale.ROOT).contains("ERROR"))
                .limit(20)
                .forEach(said -> System.out.println("    log: " + said)));
        drain.setDaemon(true);
        drain.start();
        return new EmulatorProcess(process, Integer.parseInt(line.replaceAll(".*Ready on port (\\d+).*", "$1")));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
