package org.connectchat.participant.transcript;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.transcript.TranscriptPage;
import org.connectchat.chat.transcript.TranscriptQuery;
import org.connectchat.chat.transcript.TranscriptQuery.Start;
import org.connectchat.chat.transcript.Transcripts;
import org.connectchat.item.TranscriptItem;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages through the transcript: {@code POST /participant/transcript}. Without a StartPosition it scans backwards from
 * the end only (rule P44), with one it scans forwards by default. Pages
 * are sorted newest first by default and have 10 items by default, 100 at most.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_GetTranscript.html">GetTranscript</a>
 */
@Component
final class GetTranscript extends ParticipantOperation<GetTranscript.Request> {

    private static final int DEFAULT_RESULTS = 10;

    record Request(
            @Nullable String contactId,
            @Nullable Integer maxResults,
            @Nullable String nextToken,
            @Nullable String scanDirection,
            @Nullable String sortOrder,
            @Nullable StartPosition startPosition) {}

    /** It has at most one member. Without a member, as ChatJS sends it, it counts as absent. */
    record StartPosition(
            @Nullable String id,
            @Nullable String absoluteTime,
            @Nullable Integer mostRecent) {

        long given() {
            return Stream.of(id, absoluteTime, mostRecent)
                    .filter(member -> member != null)
                    .count();
        }
    }

    record Response(
            String initialContactId,
            List<TranscriptItem> transcript,
            @Nullable String nextToken) {}

    private final Transcripts transcripts;

    GetTranscript(BearerAuthentication bearer, Transcripts transcripts) {
        super(bearer);
        this.transcripts = transcripts;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.GET_TRANSCRIPT;
    }

    @Override
    protected Request read(Call call) {
        return call.bodyOrEmpty(Request.class);
    }

    @Override
    protected Response execute(Seat seat, Request request, Call call) {
        Start start = request.startPosition() == null ? null : start(request.startPosition());
        boolean forward = request.scanDirection() == null
                ? start != null
                : request.scanDirection().equals("FORWARD");
        Integer wanted = request.maxResults();
        TranscriptPage page = transcripts.page(
                seat.contact(),
                new TranscriptQuery(
                        wanted == null || wanted == 0 ? DEFAULT_RESULTS : wanted,
                        forward,
                        "ASCENDING".equals(request.sortOrder()),
                        start,
                        request.contactId(),
                        request.nextToken()));
        List<TranscriptItem> items = page.entries().stream()
                .map(entry -> TranscriptItem.of(entry, seat.contact().sessionId()))
                .toList();
        return new Response(page.initialContactId(), items, page.nextToken());
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.length("ContactId", request.contactId(), 1, 256);
        violations.range("MaxResults", request.maxResults(), 0, 100);
        violations.length("NextToken", request.nextToken(), 1, 1_000);
        violations.oneOf("ScanDirection", request.scanDirection(), List.of("FORWARD", "BACKWARD"));
        violations.oneOf("SortOrder", request.sortOrder(), List.of("DESCENDING", "ASCENDING"));
        StartPosition start = request.startPosition();
        if ("FORWARD".equals(request.scanDirection())
                && request.nextToken() == null
                && (start == null || start.given() == 0)) {
            violations.relation("ScanDirection", "FORWARD needs a StartPosition or a NextToken to go on from");
        }
        if (start != null) {
            violations.length("StartPosition.Id", start.id(), 1, 256);
            violations.length("StartPosition.AbsoluteTime", start.absoluteTime(), 1, 100);
            violations.range("StartPosition.MostRecent", start.mostRecent(), 0, 100);
            if (start.given() > 1) {
                violations.relation("StartPosition", "must have only one of Id, AbsoluteTime, MostRecent");
            }
            if (start.absoluteTime() != null && moment(start.absoluteTime()) == null) {
                violations.value("StartPosition.AbsoluteTime", "must be a time like 2026-03-01T09:15:04.287Z");
            }
        }
        return violations;
    }

    private static @Nullable Start start(StartPosition position) {
        if (position.id() != null) {
            return new Start.Id(position.id());
        }
        Instant moment = position.absoluteTime() == null ? null : moment(position.absoluteTime());
        if (moment != null) {
            return new Start.Time(moment);
        }
        return position.mostRecent() == null ? null : new Start.MostRecent(position.mostRecent());
    }

    private static @Nullable Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
