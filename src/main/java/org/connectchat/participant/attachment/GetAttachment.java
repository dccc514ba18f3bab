package org.connectchat.participant.attachment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.connectchat.attachment.AttachmentDownloads;
import org.connectchat.attachment.AttachmentPaths;
import org.connectchat.attachment.DownloadTerms;
import org.connectchat.chat.contact.Seat;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.Timestamps;
import org.connectchat.restjson.url.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Returns the download URL of a completed attachment: {@code POST /participant/attachment}. The attachment belongs to
 * this chat, or to a past one that this chat continues. A bot may not read the customer's attachments.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_GetAttachment.html">GetAttachment</a>
 */
@Component
final class GetAttachment extends ParticipantOperation<GetAttachment.Request> {

    private static final int DEFAULT_EXPIRY_SECONDS = 300;

    record Request(@Nullable String attachmentId, @Nullable Integer urlExpiryInSeconds) {}

    record Response(String url, String urlExpiry, long attachmentSizeInBytes) {

        /** Without the URL. */
        @Override
        public String toString() {
            return "GetAttachment.Response";
        }
    }

    private final AttachmentDownloads downloads;
    private final PublicUrl publicUrl;

    GetAttachment(BearerAuthentication bearer, AttachmentDownloads downloads, PublicUrl publicUrl) {
        super(bearer);
        this.downloads = downloads;
        this.publicUrl = publicUrl;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.GET_ATTACHMENT;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.requiredText("AttachmentId", request.attachmentId(), 1, 256);
        violations.range("UrlExpiryInSeconds", request.urlExpiryInSeconds(), 5, 300);
        return violations;
    }

    @Override
    protected Response execute(Seat seat, Request request, Call call) {
        String baseUrl = publicUrl.of(call.baseUrl()).toString();
        Integer seconds = request.urlExpiryInSeconds();
        DownloadTerms terms = downloads.grant(
                seat,
                requireNonNull(request.attachmentId()),
                Duration.ofSeconds(seconds == null ? DEFAULT_EXPIRY_SECONDS : seconds));
        return new Response(
                baseUrl + AttachmentPaths.download(terms.handle()), Timestamps.text(terms.until()), terms.bytes());
    }
}
