package org.smppra.benchmark.client;

import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.SmppSessionHandler;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSession;
import com.cloudhopper.smpp.type.SmppBindException;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppTimeoutException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import java.util.concurrent.ExecutorService;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelFuture;
import org.jboss.netty.handler.ssl.SslHandler;

/**
 * Begins the TLS handshake itself. Cloudhopper adds the TLS layer to a channel that may or may not have told its layers
 * yet that it is connected; if it has, nobody begins, and the bind waits for ever. Where both begin at one time neither
 * ends: that is tried again.
 */
final class HandshakingClient extends DefaultSmppClient {
    private static final long TIMEOUT_MILLIS = 1_500;
    private static final int ATTEMPTS = 5;

    HandshakingClient(ExecutorService executor, int sessions) {
        super(executor, sessions);
    }

    @Override
    public SmppSession bind(SmppSessionConfiguration configuration, SmppSessionHandler handler)
            throws SmppTimeoutException, SmppChannelException, SmppBindException, UnrecoverablePduException,
                    InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return super.bind(configuration, handler);
            } catch (SmppChannelException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    protected DefaultSmppSession createSession(
            Channel channel, SmppSessionConfiguration configuration, SmppSessionHandler handler)
            throws SmppTimeoutException, SmppChannelException, InterruptedException {
        DefaultSmppSession session = super.createSession(channel, configuration, handler);
        SslHandler tls = channel.getPipeline().get(SslHandler.class);
        if (tls != null) {
            ChannelFuture handshake = tls.handshake();
            if (!handshake.await(TIMEOUT_MILLIS) || !handshake.isSuccess()) {
                channel.close();
                throw new SmppChannelException("no TLS handshake", handshake.getCause());
            }
        }
        return session;
    }
}
