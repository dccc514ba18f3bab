package org.connectchat.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Sharer;

/** What requests can be about: a chat with an agent and a file, one that has ended, and all their ids and tokens. */
final class World {

    private static final byte[] FILE = "the bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Emulator emulator;
    private final boolean withFaults;
    private List<Template> templates = List.of();
    private Party customer;

    World(Emulator emulator, boolean withFaults) {
        this.emulator = emulator;
        this.withFaults = withFaults;
    }

    Emulator emulator() {
        return emulator;
    }

    /** Whether calls may be struck by faults that requests of the run have made. */
    boolean hasFaults() {
        return withFaults;
    }

    List<Template> templates() {
        return templates;
    }

    /** The URL of a socket to which no client has connected. */
    URI socketUrl() {
        return customer.socketUrl();
    }

    /** Forgets what the last requests did and makes everything anew. */
    void renew() {
        Control control = new Control(emulator);
        control.post("/reset", "{}");
        Chat ended = Chat.start(emulator);
        ended.stop();
        control.call("PUT", "/bots/Fuzz", FlowEntries.BOT);
        String flow = Flows.created(emulator, "talking", FlowEntries.TALKING);
        Chat chat = Chat.ofAllTypes(emulator);
        customer = chat.customer();
        String customersToken = customer.connectionToken();
        Sharer sharer = new Sharer(emulator, chat.contactId(), customer.id(), customersToken);
        Control.Agent agent = control.join(chat.contactId(), "Ida");
        String message = customer.say("Hello").text("Id");
        String attachment = shared(sharer);
        List<Template> all = new ArrayList<>();
        if (withFaults) {
            String fault =
                    control.post("/faults", ControlEntries.FAULT).path("id").asString();
            all.addAll(ControlEntries.of(chat.contactId(), agent.id(), agent.contactId(), message, fault));
            all.addAll(ofFlows(control, flow));
        } else {
            Chat talking = connected(control, Chat.ofAllTypes(emulator, flow));
            all.addAll(AwsEntries.ofConnect(chat.contactId(), talking.contactId(), ended.contactId()));
            all.addAll(AwsEntries.aroundAContact(chat.contactId(), ended.contactId()));
            all.addAll(AwsEntries.ofParticipants(customer.participantToken(), customersToken, message, attachment));
            all.addAll(files(sharer, attachment));
            all.addAll(FlowEntries.of(flow, module(), talking.customer().connectionToken()));
            all.addAll(ControlEntries.reads(chat.contactId()));
            all.addAll(FlowControlEntries.reads(chat.contactId()));
        }
        templates = all;
    }

    private String module() {
        Answer created =
                emulator.send("PUT", "/contact-flow-modules/an-instance", Flows.createModule("a-module", Flows.MODULE));
        worked(created);
        return created.text("Id");
    }

    /** Calls about a chat whose flow waits, and another one that waits for a standing agent. */
    private List<Template> ofFlows(Control control, String flow) {
        control.call("PUT", "/standing-agents/grace", FlowControlEntries.AGENT);
        String stub =
                control.post("/flows/stubs", FlowControlEntries.STUB).path("id").asString();
        String waiting = connected(control, Chat.ofAllTypes(emulator, flow)).contactId();
        Chat queued = Flows.start(emulator, Flows.created(emulator, "queueing", Flows.QUEUEING));
        List<Template> all = new ArrayList<>(FlowControlEntries.reads(waiting));
        all.addAll(FlowControlEntries.of(waiting, stub, "grace"));
        all.addAll(FlowControlEntries.of(connected(control, queued).contactId(), stub, "grace"));
        return all;
    }

    private static Chat connected(Control control, Chat chat) {
        control.post("/contacts/" + chat.contactId() + "/connect");
        return chat;
    }

    private static String shared(Sharer sharer) {
        Sharer.Slot slot = sharer.announced("a.pdf", FILE.length);
        worked(sharer.put(slot, FILE));
        worked(sharer.complete(slot.attachmentId(), "a-token"));
        return slot.attachmentId();
    }

    private static List<Template> files(Sharer sharer, String attachment) {
        Sharer.Slot slot = sharer.announced("b.pdf", FILE.length);
        List<String> headers =
                List.of("Content-Disposition", slot.headersToInclude().get("Content-Disposition"));
        return List.of(
                new Template("upload", "PUT", slot.path(), headers, "application/pdf", "the bytes"),
                Template.get("download", sharer.downloadPath(attachment)));
    }

    private static void worked(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("The world could not be made: " + answer);
        }
    }
}
