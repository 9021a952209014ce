package org.safespaces.web.frame;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.Executor;

/**
 * After each request, the buffer that the server keeps for the next one is overwritten. Its pool keeps one even where it is told to
 * keep none ({@code DefaultByteBufferPool} gives a buffer away when it has more than the most, not as many), and an answer overwrites
 * no more of it than it is long: without this, what somebody typed would wait behind the answers of others, however many came.
 */
public class NetworkBuffers implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo application, ServletContext context) {
        application.addInitialHandlerChainWrapper(Overwriting::new);
    }

    private record Overwriting(HttpHandler pages) implements HttpHandler {

        /** From here on in a worker thread, so that the request is over, and its buffers are given back, when the pages return. */
        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            if (exchange.isInIoThread()) {
                exchange.dispatch(this);
                return;
            }
            ByteBufferPool pool = exchange.getConnection().getByteBufferPool();
            // its own class is of a module that no page may see
            Executor network = exchange.getIoThread();
            try {
                pages.handleRequest(exchange);
            } finally {
                // there, as that thread gives back what it read after it has handed the request on
                network.execute(() -> overwrite(pool));
            }
        }

        private static void overwrite(ByteBufferPool pool) {
            try (PooledByteBuffer kept = pool.allocate()) {
                kept.getBuffer().put(new byte[kept.getBuffer().remaining()]);
            }
        }
    }
}
