package org.connectchat.websocket.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;
import org.jspecify.annotations.Nullable;

/**
 * Removes the pongs from the frames that Tomcat sends. Tomcat sends a pong on the thread that read the ping, which
 * would wait until the peer reads; {@link FrameWriter} sends pongs without waiting. All other frames pass unchanged.
 */
final class FrameTransformation implements Transformation {

    private final FrameWriter frames;
    private @Nullable Transformation next;

    /** @param next the transformation of the negotiated extensions, or null */
    FrameTransformation(FrameWriter frames, @Nullable Transformation next) {
        this.frames = frames;
        this.next = next;
    }

    @Override
    public void setNext(Transformation last) {
        if (next == null) {
            next = last;
        } else {
            next.setNext(last);
        }
    }

    private Transformation next() {
        if (next == null) {
            throw new IllegalStateException("Tomcat sets the last transformation before it uses the first");
        }
        return next;
    }

    @Override
    public boolean validateRsvBits(int bits) {
        return next == null || next.validateRsvBits(bits);
    }

    @Override
    public jakarta.websocket.@Nullable Extension getExtensionResponse() {
        return next == null ? null : next.getExtensionResponse();
    }

    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer destination)
            throws IOException {
        return next().getMoreData(opCode, fin, rsv, destination);
    }

    @Override
    public boolean validateRsv(int rsv, byte opCode) {
        return next().validateRsv(rsv, opCode);
    }

    @Override
    public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
        List<MessagePart> others = new ArrayList<>(parts.size());
        for (MessagePart part : parts) {
            if (part.getOpCode() == Constants.OPCODE_PONG) {
                frames.pong(bytes(part.getPayload()));
            } else if (part.getOpCode() == Constants.OPCODE_CLOSE && !frames.closes()) {
                throw new IOException("The peer does not read; it gets no close frame");
            } else {
                others.add(part);
            }
        }
        return others.isEmpty() ? others : next().sendMessagePart(others);
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        if (next != null) {
            next.close();
        }
    }
}
