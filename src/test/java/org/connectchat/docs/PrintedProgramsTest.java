package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of the README and the programs of docs/clients.md as they are printed, apart from port and paths. */
@SameOnEveryJdk
class PrintedProgramsTest {

    private static final String CONTACT_ID = "[-0-9a-f]{36}";

    private static final Emulator EMULATOR = Emulator.own();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @Test
    @Rule("D1")
    void theTestsForJUnitPass() throws Exception {
        assumeTrue(Terminal.has("bash", "-c", "true"), "bash is not installed here");
        new Terminal(folder).close(); // for its stand-in of java
        String source = CodeBlock.of("README.md", "JUnit", 1, "java").text();
        String ofAFlow = CodeBlock.of("docs/flows.md", "JUnit", 1, "java").text();
        try (URLClassLoader loader = compiled(
                "ChatTest",
                source.substring(0, source.lastIndexOf('}'))
                                .replace("\"java\"", "\"" + folder.resolve("bin/java") + "\"")
                                .replace("\"emulator.log\"", "\"" + folder.resolve("emulator.log") + "\"")
                        + ofAFlow + "}\n")) {
            Class<?> type = loader.loadClass("ChatTest");
            Object test = accessible(type.getDeclaredConstructor()).newInstance();
            try {
                run(type, BeforeAll.class, test);
                run(type, Test.class, test);
            } finally {
                run(type, AfterAll.class, test);
            }
        }
    }

    @Test
    @Rule("D1")
    void theTestsForPytestPass() throws Exception {
        assumeTrue(Terminal.has("python3", "-c", "import boto3, pytest"), "boto3 or pytest is not installed here");

        String ofAFlow = CodeBlock.of("docs/flows.md", "pytest", 1, "python").text();
        assertThat(python("README.md", "pytest", "-m pytest -q", ofAFlow)).contains("2 passed");
    }

    @Test
    @Rule("D1")
    void theProgramForBoto3StartsAChat() throws Exception {
        assumeTrue(Terminal.has("python3", "-c", "import boto3"), "boto3 is not installed here");

        assertThat(python("docs/clients.md", "Python: boto3", "", "")).containsPattern(CONTACT_ID);
    }

    @Test
    @Rule("D1")
    void theProgramForTheJavaSdkStartsAChat() throws Exception {
        String source = CodeBlock.of("docs/clients.md", "Java: AWS SDK for Java 2", 1, "java")
                .text();
        int before = chats();
        try (URLClassLoader loader = compiled("StartChat", here(source))) {
            loader.loadClass("StartChat").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }

        assertThat(chats()).isEqualTo(before + 1);
    }

    private String python(String document, String heading, String options, String more) throws Exception {
        String program = CodeBlock.of(document, heading, 1, "python").text();
        Files.writeString(folder.resolve("test_chat.py"), here(program + "\n" + more));
        try (Terminal terminal = new Terminal(folder)) {
            return terminal.run("python3 " + options + " test_chat.py");
        }
    }

    private static int chats() {
        return EMULATOR.send("GET", "/_emulator/contacts?limit=1000", null)
                .json()
                .path("contacts")
                .size();
    }

    private static String here(String text) {
        return text.replace("localhost:8080", "localhost:" + EMULATOR.port());
    }

    private URLClassLoader compiled(String name, String source) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        Terminal.classPath(),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(failures).as("%s compiles", name).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static void run(Class<?> type, Class<? extends Annotation> annotation, Object test) throws Exception {
        for (Method method : Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .toList()) {
            accessible(method).invoke(test);
        }
    }

    private static <T extends AccessibleObject> T accessible(T member) {
        member.setAccessible(true);
        return member;
    }
}
