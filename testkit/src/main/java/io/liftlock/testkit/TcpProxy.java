package io.liftlock.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A network that fails when it is told to: listens on a free port of this machine and forwards to a
 * server. Safe for use by several threads.
 */
public final class TcpProxy implements AutoCloseable {

  private static final long NEVER = Long.MAX_VALUE;

  private final InetSocketAddress target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytesToServer = new AtomicLong(NEVER);
  private final AtomicLong bytesToClient = new AtomicLong(NEVER);
  private final Object gate = new Object();
  private volatile LongSupplier next = () -> NEVER;
  private boolean stalled;
  private ServerSocket listener;

  private TcpProxy(InetSocketAddress target) throws IOException {
    this.target = target;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  /** Forwards to a port of this machine. */
  public static TcpProxy to(int port) {
    return to("127.0.0.1", port);
  }

  /** Forwards to a port of a host. */
  public static TcpProxy to(String host, int port) {
    try {
      return new TcpProxy(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of 127.0.0.1 it listens on. */
  public int port() {
    return port;
  }

  /** How many connections are open through it. */
  public int connections() {
    return open.size() / 2;
  }

  /** Breaks every connection; new ones are let through. */
  public void cut() {
    open.forEach(TcpProxy::reset);
    open.clear();
  }

  /** Breaks every connection once so many more bytes have gone to the server, all together. */
  public void cutAfterSending(long bytes) {
    bytesToServer.set(bytes);
  }

  /** Breaks every connection once so many more bytes have come from the server, all together. */
  public void cutAfterReceiving(long bytes) {
    bytesToClient.set(bytes);
  }

  /**
   * Breaks every connection again and again, each time once so many more bytes have come from the
   * server as it is told then.
   */
  public void keepCutting(LongSupplier bytes) {
    next = bytes;
    bytesToClient.set(bytes.getAsLong());
  }

  /** Refuses new connections from now on; those that are open stay. */
  public void refuse() {
    synchronized (gate) {
      try {
        listener.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Forwards nothing from now on, and breaks nothing: a network that swallows packets. */
  public void stall() {
    synchronized (gate) {
      stalled = true;
    }
  }

  /** Accepts and forwards again, without limits. */
  public void restore() {
    next = () -> NEVER;
    bytesToServer.set(NEVER);
    bytesToClient.set(NEVER);
    synchronized (gate) {
      stalled = false;
      gate.notifyAll();
      if (listener.isClosed()) {
        try {
          listener = listen(port);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Breaks everything and listens no more. */
  @Override
  public void close() {
    refuse();
    cut();
    synchronized (gate) {
      stalled = false;
      gate.notifyAll();
    }
  }

  private ServerSocket listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted));
    background("accept", () -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      Socket server = new Socket();
      try {
        server.connect(target);
      } catch (IOException e) {
        reset(client);
        continue;
      }
      open.add(client);
      open.add(server);
      background("to server", () -> forward(client, server, bytesToServer));
      background("to client", () -> forward(server, client, bytesToClient));
    }
  }

  private void forward(Socket from, Socket to, AtomicLong limit) throws IOException {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passGate();
        int length = read;
        long left = limit.getAndUpdate(now -> now == NEVER ? NEVER : Math.max(0, now - length));
        to.getOutputStream().write(buffer, 0, (int) Math.min(read, left));
        if (left <= read) {
          cut();
          bytesToClient.compareAndSet(0, next.getAsLong());
          return;
        }
      }
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void passGate() throws IOException {
    synchronized (gate) {
      while (stalled) {
        try {
          gate.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
    }
  }

  /** Ends it as a broken line does: without a goodbye. */
  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already, which is what was wanted.
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void background(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // A socket was closed: by the peer, or by the test.
              }
            },
            "tcp-proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }
}
