package org.connectchat.restjson.tomcat;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;

/**
 * A connection on which a thread waits only if {@link BlockedThreads} allows it. Calls that do not block cost nothing.
 */
final class BoundedSocket extends NioSocketWrapper {

    private final BlockedThreads blocked;

    BoundedSocket(NioChannel channel, NioEndpoint endpoint, BlockedThreads blocked) {
        super(channel, endpoint);
        this.blocked = blocked;
    }

    @Override
    public int read(boolean block, byte[] target, int offset, int length) throws IOException {
        int read = super.read(false, target, offset, length);
        if (read != 0 || !block || length == 0) {
            return read;
        }
        blocked.enter();
        try {
            return super.read(true, target, offset, length);
        } finally {
            blocked.leave();
        }
    }

    @Override
    public int read(boolean block, ByteBuffer target) throws IOException {
        int read = super.read(false, target);
        if (read != 0 || !block || !target.hasRemaining()) {
            return read;
        }
        blocked.enter();
        try {
            return super.read(true, target);
        } finally {
            blocked.leave();
        }
    }

    @Override
    protected void doWrite(boolean block, ByteBuffer source) throws IOException {
        super.doWrite(false, source);
        if (!block || !isStuck(source)) {
            return;
        }
        blocked.enter();
        try {
            super.doWrite(true, source);
        } finally {
            blocked.leave();
        }
    }

    private boolean isStuck(ByteBuffer source) {
        return source.hasRemaining() || getSocket().getOutboundRemaining() > 0;
    }
}
