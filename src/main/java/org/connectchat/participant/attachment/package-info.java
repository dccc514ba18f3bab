/** Uploading and downloading attachments: StartAttachmentUpload, CompleteAttachmentUpload, GetAttachment. */
@NullMarked
package org.connectchat.participant.attachment;

import org.jspecify.annotations.NullMarked;
