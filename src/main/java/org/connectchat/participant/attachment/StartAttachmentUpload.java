package org.connectchat.participant.attachment;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.attachment.Announcement;
import org.connectchat.attachment.AttachmentContentType;
import org.connectchat.attachment.AttachmentPaths;
import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.attachment.AttachmentUploads;
import org.connectchat.attachment.UploadTerms;
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
 * Announces a file and returns its upload URL: {@code POST /participant/start-attachment-upload}. A repeated
 * ClientToken of a participant announces nothing new.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_StartAttachmentUpload.html">StartAttachmentUpload</a>
 */
@Component
final class StartAttachmentUpload extends ParticipantOperation<StartAttachmentUpload.Request> {

    record Request(
            @Nullable String contentType,
            @Nullable Long attachmentSizeInBytes,
            @Nullable String attachmentName,
            @Nullable String clientToken) {

        /** Without the name. */
        @Override
        public String toString() {
            return "StartAttachmentUpload.Request";
        }
    }

    record Response(String attachmentId, UploadMetadata uploadMetadata) {}

    record UploadMetadata(String url, String urlExpiry, Map<String, String> headersToInclude) {

        /** Without the URL. */
        @Override
        public String toString() {
            return "UploadMetadata";
        }
    }

    private final AttachmentUploads uploads;
    private final AttachmentSettings settings;
    private final PublicUrl publicUrl;

    StartAttachmentUpload(
            BearerAuthentication bearer, AttachmentUploads uploads, AttachmentSettings settings, PublicUrl publicUrl) {
        super(bearer);
        this.uploads = uploads;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.START_ATTACHMENT_UPLOAD;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Response execute(Seat seat, Request request, Call call) {
        String baseUrl = publicUrl.of(call.baseUrl()).toString();
        UploadTerms terms = uploads.announce(
                seat,
                new Announcement(
                        requireNonNull(request.attachmentName()),
                        requireNonNull(request.contentType()),
                        requireNonNull(request.attachmentSizeInBytes())),
                requireNonNull(request.clientToken()));
        return new Response(
                terms.attachmentId(),
                new UploadMetadata(
                        baseUrl + AttachmentPaths.upload(terms.handle()),
                        Timestamps.text(terms.until()),
                        terms.headers()));
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.requiredText("ContentType", request.contentType(), 1, 255);
        if (request.contentType() != null && !AttachmentContentType.isMediaType(request.contentType())) {
            violations.value("ContentType", "must be a media type like image/png");
        }
        if (violations.required("AttachmentSizeInBytes", request.attachmentSizeInBytes())) {
            violations.range(
                    "AttachmentSizeInBytes",
                    request.attachmentSizeInBytes(),
                    1,
                    settings.maxSize().toBytes());
        }
        violations.requiredText("AttachmentName", request.attachmentName(), 1, 256);
        if (request.attachmentName() != null && !settings.allows(request.attachmentName())) {
            violations.value("AttachmentName", "must end in one of ." + String.join(", .", settings.extensions()));
        }
        violations.requiredText("ClientToken", request.clientToken(), 1, 500);
        return violations;
    }
}
