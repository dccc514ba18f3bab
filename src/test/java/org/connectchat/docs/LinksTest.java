package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Follows the links of the README and the documents within the repository: each file and each heading is there. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(#[^)\\s]*)?\\)");

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
