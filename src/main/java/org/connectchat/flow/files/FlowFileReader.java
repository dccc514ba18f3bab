package org.connectchat.flow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.store.CheckedContent;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;

/** Reads the flow or module of one file. */
final class FlowFileReader {

    private static final Logger LOG = LoggerFactory.getLogger(FlowFileReader.class);

    /** The 256,000 characters that a flow may have (rule F81), of up to four bytes each, and a byte order mark. */
    private static final int MAX_BYTES = 4 * 256_000 + 3;

    private static final int MAX_ID_CHARACTERS = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The flows of files belong to every instance. */
    private static final String EVERY_INSTANCE = "";

    private final FlowContentCheck check;
    private final boolean strict;
    private final Clock clock;

    /** The flow of a file, or null if the file cannot be used, with its problems. */
    record Result(@Nullable StoredFlow flow, List<FileProblem> problems) {

        static Result refused(SourceFile file, String message) {
            return new Result(null, List.of(FileProblem.error(file.shown(), message)));
        }
    }

    FlowFileReader(FlowContentCheck check, boolean strict, Clock clock) {
        this.check = check;
        this.strict = strict;
        this.clock = clock;
    }

    Result read(SourceFile file) {
        String id = file.id();
        if (id.length() > MAX_ID_CHARACTERS || id.indexOf(':') >= 0 || hasControlCharacter(id)) {
            return Result.refused(
                    file,
                    "the name of the file cannot be an id, which has at most " + MAX_ID_CHARACTERS
                            + " characters and no colon; give it an id in emulator.flows.files");
        }
        try {
            return checked(file, text(file));
        } catch (CharacterCodingException e) {
            return Result.refused(file, "is not valid UTF-8; save it as UTF-8");
        } catch (TooLarge e) {
            return Result.refused(file, "is larger than the 256,000 characters that a flow may have");
        } catch (IOException e) {
            return Result.refused(file, "cannot be read; check its permissions");
        } catch (BeansException e) {
            throw e; // a wrong setting of what actions need, such as a bot; it stops the start, and the file is right
        } catch (RuntimeException e) {
            // The other files must be read all the same.
            LOG.error("The file of a flow {} cannot be read because of an internal error", file.shown(), e);
            return Result.refused(file, "cannot be read because of an internal error, which the log describes");
        }
    }

    private Result checked(SourceFile file, String text) {
        try {
            CheckedContent checked =
                    check.check(text, file.entry() == null ? null : file.entry().type());
            List<FileProblem> problems = checked.problems().stream()
                    .map(problem -> FileProblem.of(file.shown(), problem, strict))
                    .toList();
            if (problems.stream().anyMatch(FileProblem::isError)) {
                return new Result(null, problems);
            }
            return new Result(flow(file, text, checked), problems);
        } catch (FlowRefusedException e) {
            return new Result(
                    null,
                    e.problems().stream()
                            .map(problem -> FileProblem.of(file.shown(), problem, strict))
                            .toList());
        }
    }

    private StoredFlow flow(SourceFile file, String text, CheckedContent checked) {
        return StoredFlow.first(
                file.id(),
                EVERY_INSTANCE,
                file.name(),
                checked.type(),
                null,
                StoredContent.of(text, checked.content()),
                Map.of(),
                clock.instant(),
                ModuleContract.NONE);
    }

    private static String text(SourceFile file) throws IOException {
        try (InputStream input = file.open()) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TooLarge();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
    }

    private static boolean hasControlCharacter(String id) {
        return id.chars().anyMatch(Character::isISOControl);
    }

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
