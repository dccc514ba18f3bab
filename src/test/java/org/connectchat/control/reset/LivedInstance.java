package org.connectchat.control.reset;

import java.nio.charset.StandardCharsets;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Sharer;

/**
 * An instance with everything that a test may leave in it.
 *
 * @param active a chat with a socket, files and a second agent, who is in another contact
 * @param ended a chat that the persistent one continues
 * @param inFlow a chat whose flow waits; the API created the flow
 * @param first the customer of the active chat
 * @param agent has taken the active chat over
 * @param announced a file that has not been uploaded
 * @param downloadPath where a file can be had
 */
record LivedInstance(
        String id,
        Chat active,
        Chat ended,
        Chat persistent,
        Chat inFlow,
        String flowId,
        Sharer first,
        Control.Agent agent,
        ClientSocket socket,
        Sharer.Slot announced,
        String downloadPath)
        implements AutoCloseable {

    static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

    static LivedInstance in(Emulator emulator, String id) {
        Control control = new Control(emulator);
        Chat active = Chat.start(emulator, start(id, "\"ClientToken\": \"the-token\""));
        ClientSocket socket = active.customer().join();
        Sharer sharer = new Sharer(
                emulator,
                active.contactId(),
                active.customer().id(),
                active.customer().connectionToken());
        String attachmentId = sharer.shared("a.pdf", FILE);
        Control.Agent agent = control.join(active.contactId(), "Grace").transferTo("Joan");
        Chat ended = Chat.startIn(emulator, id);
        ended.customer().say("Earlier");
        ended.addBot().sayPresent();
        ended.stop();
        Chat persistent = Chat.start(emulator, start(id, """
                        "PersistentChat": {"SourceContactId": "%s", "RehydrationType": "ENTIRE_PAST_SESSION"}""".formatted(ended.contactId())));
        String flowId = emulator.send("PUT", "/contact-flows/" + id, Flows.create("waiting", Flows.WAITING))
                .text("ContactFlowId");
        Party.worked(emulator.send("PUT", "/contact-flow-modules/" + id, Flows.createModule("a-module", Flows.MODULE)));
        Chat inFlow = Chat.start(
                emulator, Emulator.SMALLEST_START.replace("an-instance", id).replace("a-flow", flowId));
        control.post("/contacts/" + inFlow.contactId() + "/connect");
        control.post("/contacts/" + inFlow.contactId() + "/flow/await", "{\"identifier\": \"greet\"}");
        return new LivedInstance(
                id,
                active,
                ended,
                persistent,
                inFlow,
                flowId,
                sharer,
                agent,
                socket,
                sharer.announced("b.pdf", FILE.length),
                sharer.downloadPath(attachmentId));
    }

    /** A start with one more member. */
    static String start(String id, String member) {
        return Emulator.SMALLEST_START.replace(
                "{\"InstanceId\": \"an-instance\"", "{" + member + ", \"InstanceId\": \"" + id + "\"");
    }

    @Override
    public void close() {
        socket.close();
    }
}
