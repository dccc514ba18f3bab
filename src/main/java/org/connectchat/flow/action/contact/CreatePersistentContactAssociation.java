package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.regex.Pattern;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chat continue a past chat, whose transcript it then also shows.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/adminguide/create-persistent-contact-association-block.html">Create
 *     persistent contact association</a>
 */
final class CreatePersistentContactAssociation implements ActionType {

    private static final String TYPE = "RehydrationType";
    private static final String SOURCE = "SourceContactId";
    private static final String SESSION = "ENTIRE_PAST_SESSION";
    private static final String SEGMENT = "FROM_SEGMENT";
    private static final Pattern CONTACT_ID = Pattern.compile("[A-Za-z0-9-]{1,256}");
    private static final ActionShape SHAPE = ActionShape.of()
            .words(TYPE, SESSION, SEGMENT)
            .single(SOURCE)
            .required(TYPE, SOURCE)
            .errors(NO_MATCHING_ERROR);

    private final PersistentChats chats;

    CreatePersistentContactAssociation(PersistentChats chats) {
        this.chats = chats;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String source = step.single(SOURCE);
        if (source == null || !CONTACT_ID.matcher(source).matches()) {
            return Outcome.failure(SOURCE + " must be the id of a contact");
        }
        Origin origin = origin(step.fixed(TYPE), source);
        if (origin == null) {
            return Outcome.failure(TYPE + " must be " + SESSION + " or " + SEGMENT);
        }
        String instanceId = step.chat().contact().instanceId();
        String contactId = step.chat().contact().id();
        return new Outcome.Waiting(new UnlockedChange(
                "the transcript of contact " + source, () -> chats.continueFrom(instanceId, contactId, origin)));
    }

    private static @Nullable Origin origin(@Nullable String type, String source) {
        if (SESSION.equalsIgnoreCase(type)) {
            return new Origin.EntirePastSession(source);
        }
        return SEGMENT.equalsIgnoreCase(type) ? new Origin.FromSegment(source) : null;
    }
}
