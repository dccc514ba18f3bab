package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the picture of the packages in docs/architecture.md with the code. */
class PictureTest {

    private static final String ROOT = "org.connectchat";
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?org\\.connectchat\\.([a-z]+)\\.", Pattern.MULTILINE);

    private static final Pattern ARROW = Pattern.compile("^(.*)-->(.*)$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("[a-z]+");

    /** They use fewer packages than the others, which all use the domain and the protocol without an arrow. */
    private static final Set<String> WITH_ARROWS_ONLY =
            Set.of("auth", "chat", "restjson", "outbound", "delivery", "settings");

    /** An arrow that nothing uses fails like one that is missing: readers plan their changes by the picture. */
    @Test
    void thePackagesUseEachOtherAsThePictureShows() throws IOException {
        Set<String> used = called();
        used.addAll(imported());
        Set<String> expected = drawn();
        ArchitectureTest.CLASSES.stream()
                .map(PictureTest::topPackage)
                .distinct()
                .forEach(name -> {
                    if (!name.isEmpty() && !WITH_ARROWS_ONLY.contains(name)) {
                        expected.add(arrow(name, "chat"));
                        expected.add(arrow(name, "restjson"));
                    }
                });

        assertThat(used).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** What the compiled code uses, also without an import. */
    private static Set<String> called() {
        Set<String> arrows = new TreeSet<>();
        for (JavaClass type : ArchitectureTest.CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .forEach(target -> addArrow(arrows, topPackage(type), topPackage(target)));
        }
        return arrows;
    }

    /** What the sources import: the compiler leaves no trace of the class of a constant. */
    private static Set<String> imported() throws IOException {
        Set<String> arrows = new TreeSet<>();
        Path root = Path.of("src", "main", "java", "org", "connectchat");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                Path place = root.relativize(source);
                String from = place.getNameCount() == 1 ? "" : place.getName(0).toString();
                IMPORT.matcher(Files.readString(source)).results().forEach(to -> addArrow(arrows, from, to.group(1)));
            }
        }
        return arrows;
    }

    /** The application puts the packages together, so its own arrows do not count. */
    private static void addArrow(Set<String> arrows, String from, String to) {
        if (!from.isEmpty() && !from.equals(to)) {
            arrows.add(arrow(from, to));
        }
    }

    /** The arrows in the picture. */
    private static Set<String> drawn() throws IOException {
        String document = Files.readString(Path.of("docs", "architecture.md"));
        String picture = document.substring(document.indexOf("```mermaid"));
        Set<String> arrows = new TreeSet<>();
        ARROW.matcher(picture.substring(0, picture.indexOf("```\n")).replaceAll("\\[.*?]", ""))
                .results()
                .forEach(line -> NAME.matcher(line.group(1))
                        .results()
                        .forEach(from -> NAME.matcher(line.group(2))
                                .results()
                                .forEach(to -> arrows.add(arrow(from.group(), to.group())))));
        return arrows;
    }

    private static String arrow(String from, String to) {
        return from + " --> " + to;
    }

    /** The package directly below the root that a type is in; empty for the application itself. */
    private static String topPackage(JavaClass type) {
        return type.getPackageName()
                .substring(ROOT.length())
                .replaceFirst("^\\.", "")
                .replaceFirst("\\..*", "");
    }
}
