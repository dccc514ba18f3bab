package org.connectchat.participant.attachment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.connectchat.attachment.AttachmentUploads;
import org.connectchat.chat.contact.Seat;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts an uploaded file into the chat: {@code POST /participant/complete-attachment-upload}. A
 * repeated call with the same ClientToken succeeds and changes nothing; with another one it fails with
 * ConflictException.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_CompleteAttachmentUpload.html">CompleteAttachmentUpload</a>
 */
@Component
final class CompleteAttachmentUpload extends ParticipantOperation<CompleteAttachmentUpload.Request> {

    record Request(
            @Nullable List<String> attachmentIds, @Nullable String clientToken) {}

    private final AttachmentUploads uploads;

    CompleteAttachmentUpload(BearerAuthentication bearer, AttachmentUploads uploads) {
        super(bearer);
        this.uploads = uploads;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.COMPLETE_ATTACHMENT_UPLOAD;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected NoContent execute(Seat seat, Request request, Call call) {
        uploads.complete(seat, requireNonNull(request.attachmentIds()).get(0), requireNonNull(request.clientToken()));
        return NoContent.RESPONSE;
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        List<String> ids = request.attachmentIds();
        violations.required("AttachmentIds", ids);
        if (ids != null && ids.size() != 1) {
            violations.value("AttachmentIds", "must have exactly one element, had " + ids.size());
        } else if (ids != null) {
            violations.length("AttachmentIds[0]", ids.get(0), 1, 256);
        }
        violations.requiredText("ClientToken", request.clientToken(), 1, 500);
        return violations;
    }
}
