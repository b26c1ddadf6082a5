package dev.lathe.it.audiencemanager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An http proxy that leads each {@code CONNECT} (RFC 9110, section 9.3.6) to one port of this machine, whoever is asked for. */
final class Tunnel implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Tunnel(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** {@code host:port} of each request, in their order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tunnel");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
            asked.add(head(client.getInputStream()).split(" ", 3)[1]);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            daemon(() -> copy(service, client));
            copy(client, service);
        } catch (IOException e) {
            // one side has hung up; the other learns it from the closed socket
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static void copy(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // as above
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
