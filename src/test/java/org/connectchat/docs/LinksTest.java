package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks that what the README and the documents refer to exists: files, headings, tests. */
@SameOnEveryJdk
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(#[^)\\s]*)?\\)");

    private static final Pattern TEST = Pattern.compile("`(?=[A-Z.])([A-Z]\\w*Test)?(?:\\.([a-z]\\w+))?`");

    @Test
    @Rule("D1")
    void everyLinkLeadsToAFileOrAHeading() {
        List<String> broken = new ArrayList<>();
        for (Path document : CodeBlock.documents()) {
            Matcher link = LINK.matcher(String.join("\n", CodeBlock.lines(document)));
            while (link.find()) {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                if (!leads(target, link.group(2))) {
                    broken.add(document + ": " + link.group());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    /** An invariant is held by tests; after a renaming the document still names them. */
    @Test
    void everyTestThatTheArchitectureNamesExists() throws Exception {
        List<String> unknown = new ArrayList<>();
        for (String line : CodeBlock.lines(Path.of("docs", "architecture.md"))) {
            String type = "";
            Matcher name = TEST.matcher(line);
            while (name.find()) {
                type = name.group(1) == null ? type : name.group(1);
                if (!declares(type, name.group(2))) {
                    unknown.add(name.group());
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static boolean declares(String type, @Nullable String method) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            Optional<Path> source =
                    sources.filter(file -> file.endsWith(type + ".java")).findFirst();
            return source.isPresent()
                    && (method == null || Files.readString(source.get()).contains(" " + method + "("));
        }
    }

    private static boolean leads(Path target, String anchor) {
        return Files.exists(target) && (anchor == null || anchors(target).contains(anchor.substring(1)));
    }

    /** The anchors that GitHub gives to headings. */
    private static Set<String> anchors(Path document) {
        return CodeBlock.lines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ *", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
