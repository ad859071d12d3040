package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0);
    Thread thread =
        new Thread(
            () -> {
              while (!echo.isClosed()) {
                try {
                  Socket socket = echo.accept();
                  Thread each =
                      new Thread(
                          () -> {
                            try (socket) {
                              socket.getInputStream().transferTo(socket.getOutputStream());
                            } catch (IOException e) {
                              // The test cut it.
                            }
                          });
                  each.setDaemon(true);
                  each.start();
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    proxy = TcpProxy.to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  private static String exchange(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes());
    return new String(socket.getInputStream().readNBytes(text.length()));
  }

  @Test
  void forwardsBothWays() throws IOException {
    try (Socket socket = connect()) {
      assertThat(exchange(socket, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void cutBreaksWhatIsOpenAndLetsNewOnesThrough() throws IOException {
    try (Socket socket = connect()) {
      exchange(socket, "a");
      proxy.cut();
      assertThatThrownBy(() -> read(socket)).isInstanceOf(IOException.class);
    }
    try (Socket socket = connect()) {
      assertThat(exchange(socket, "b")).isEqualTo("b");
    }
  }

  @Test
  void cutAfterSendingLetsThatManyBytesThrough() throws IOException {
    proxy.cutAfterSending(3);
    try (Socket socket = connect()) {
      assertThat(exchange(socket, "ab")).isEqualTo("ab");
      assertThatThrownBy(
              () -> {
                socket.getOutputStream().write("cd".getBytes());
                socket.getInputStream().readNBytes(1);
                read(socket);
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void cutAfterReceivingLetsThatManyBytesThrough() throws IOException {
    proxy.cutAfterReceiving(2);
    try (Socket socket = connect()) {
      socket.getOutputStream().write("abcd".getBytes());
      assertThatThrownBy(
              () -> {
                socket.getInputStream().readNBytes(2);
                read(socket);
              })
          .isInstanceOf(IOException.class);
    }
  }

  /** Fails at the end of the stream as well as at a reset. */
  private static void read(Socket socket) throws IOException {
    if (socket.getInputStream().read() < 0) {
      throw new IOException("end of stream");
    }
  }

  @Test
  void refusesUntilRestored() throws IOException {
    proxy.refuse();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    proxy.restore();
    try (Socket socket = connect()) {
      assertThat(exchange(socket, "back")).isEqualTo("back");
    }
  }

  @Test
  void stallsUntilRestoredAndLosesNothing() throws IOException {
    try (Socket socket = connect()) {
      proxy.stall();
      socket.getOutputStream().write("late".getBytes());
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      proxy.restore();
      socket.setSoTimeout(10_000);
      assertThat(new String(socket.getInputStream().readNBytes(4))).isEqualTo("late");
    }
  }
}
