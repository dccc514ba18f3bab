package org.connectchat.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured, and how much of it.
 *
 * @param name what to call the emulator of this jar
 * @param jar the jar of the emulator
 * @param otherJars jars of other versions, to be measured in the same turns
 * @param java the command of the JVM that runs each server
 * @param rounds how often the servers take turns
 * @param requests the requests of one server in one round
 */
record Setup(String name, Path jar, List<Path> otherJars, String java, int rounds, int requests) {

    static Setup fromProperties() {
        return new Setup(
                "emulator",
                Path.of(System.getProperty("jar")),
                Stream.of(System.getProperty("jars", "").split(File.pathSeparator, -1))
                        .filter(jar -> !jar.isEmpty())
                        .map(Path::of)
                        .toList(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Integer.getInteger("rounds", 5),
                Integer.getInteger("requests", 40_000));
    }

    Setup with(Path otherJar) {
        return new Setup(otherJar.getFileName().toString(), otherJar, List.of(), java, rounds, requests);
    }
}
