package io.liftlock.postgres.transfer;

/**
 * Text that is turned into its type's binary form here where it is written in the usual way, and by
 * the server itself where it is not: so it means just what it would mean in a literal.
 */
final class UsualText extends CollectedText {

  private final CopyStream out;
  private final ServerReading server;
  private final Misfits misfits;
  private final String send;
  private final Usual usual;

  /** Writes the binary form of a text, or nothing. */
  interface Usual {

    /** Returns whether the text is written in the usual way; length and value are written then. */
    boolean put(CopyStream out, byte[] bytes, int offset, int length);
  }

  /**
   * @param send the function of the server that gives the type's binary form
   */
  UsualText(CopyStream out, ServerReading server, Misfits misfits, String send, Usual usual) {
    this.out = out;
    this.server = server;
    this.misfits = misfits;
    this.send = send;
    this.usual = usual;
  }

  @Override
  public void whole(byte[] bytes, int offset, int length) {
    if (!usual.put(out, bytes, offset, length)) {
      byte[] value = server.read(misfits, send, bytes, offset, length);
      out.putInt(value.length);
      out.write(value, 0, value.length);
    }
  }
}
