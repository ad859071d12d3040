package io.liftlock.core.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a script into tokens, one at a time, in memory that does not grow with the
 * input. Works on UTF-8 bytes: every sign that matters to SQL is one ASCII byte, and any other byte
 * is part of a name, a literal or a comment.
 *
 * <p>PostgreSQL's rules are those of {@code scan.l} and {@code psqlscan.l} (PostgreSQL 14 to 18),
 * SQLite's those of {@code tokenize.c}. A token longer than the buffer is handed to the {@link
 * TokenHash} in pieces; then {@link #isWhole} is false and its text is not available.
 */
final class Lexer {

  /** What a token is. */
  enum Kind {
    /** Behind the last token. */
    END,
    /** An unquoted name or keyword. */
    WORD,
    /** A numeric literal, with whatever letters are glued to it. */
    NUMBER,
    /** A string, bit string or blob in single quotes, its prefix included. */
    STRING,
    /** A dollar-quoted string, its tags included. */
    DOLLAR_STRING,
    /** A quoted name. */
    QUOTED_NAME,
    /** {@code $1}. */
    PARAMETER,
    /** An operator or any other sign. */
    OPERATOR,
    SEMICOLON,
    LEFT_PAREN,
    RIGHT_PAREN,
    /** A backslash outside any quote, which psql takes as the begin of a command. */
    BACKSLASH,
    /** A comment that begins with two hyphens, without its line end. */
    LINE_COMMENT,
    /** A comment between slash-star and star-slash. */
    BLOCK_COMMENT
  }

  /** What was opened and never closed when the input ended. */
  enum Unclosed {
    STRING("a string that begins with '"),
    DOLLAR_STRING("a dollar-quoted string"),
    QUOTED_NAME("a quoted name"),
    BLOCK_COMMENT("a comment that begins with /*");

    private final String what;

    Unclosed(String what) {
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  /** How many bytes are read at a time. */
  static final int BUFFER = 1 << 16;

  private static final int LONGEST_COMMENT = 1 << 20;

  private static final byte SPACE = 1;
  private static final byte NAME_START = 2;
  private static final byte DIGIT = 3;
  private static final byte OPERATOR_SIGN = 4;

  private static final byte[] CLASSES = classes();

  private final Dialect dialect;
  private final @Nullable InputStream in;
  private final @Nullable TokenHash hash;

  private byte[] buf;
  private int pos;
  private int limit;
  private long base;
  private boolean ended;
  private boolean notUtf8;

  /** Behind the last byte read; those from {@link #limit} on are an incomplete character. */
  private int filled;

  private int line = 1;
  private int lineStart;
  private int lineChars;

  private Kind kind = Kind.END;
  private boolean inToken;
  private int tokenStart;
  private long tokenOffset;
  private int tokenLine;
  private int tokenLineStart;
  private int tokenLineChars;
  private int tokenColumn;
  private int lastTokenLine;
  private boolean whole;
  private boolean aloneOnLine;
  private @Nullable Unclosed unclosed;

  private boolean standardStrings = true;
  private boolean stringEscapes;
  private int stringLine;
  private boolean stringMayContinue;

  private int textStart = -1;
  private long textOffset;
  private byte[] textKept = new byte[0];
  private int textKeptLength;
  private boolean textTooLarge;
  private long copyEnd;

  private Lexer(
      Dialect dialect, @Nullable InputStream in, byte[] buf, int limit, @Nullable TokenHash hash) {
    this.dialect = dialect;
    this.in = in;
    this.buf = buf;
    this.limit = limit;
    this.filled = limit;
    this.ended = in == null;
    this.hash = hash;
  }

  /** A lexer over a piece of SQL in memory. */
  static Lexer of(Dialect dialect, String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    return new Lexer(dialect, null, bytes, bytes.length, null);
  }

  /** A lexer over a piece of SQL; the caller closes the stream. */
  static Lexer of(Dialect dialect, InputStream in) {
    return new Lexer(dialect, in, new byte[BUFFER], 0, null);
  }

  /**
   * A lexer over a script, or over the rest of one.
   *
   * @param in begins at the mark; the caller closes it
   * @param hash takes the tokens of each statement
   * @param mark where in the script the stream begins
   * @param buffer to read into, of {@link #BUFFER} bytes; one may serve script after script
   */
  static Lexer of(Dialect dialect, InputStream in, TokenHash hash, Mark mark, byte[] buffer)
      throws IOException {
    Lexer lexer = new Lexer(dialect, in, buffer, 0, hash);
    lexer.base = mark.offset();
    lexer.line = mark.line();
    lexer.lineChars = mark.column() - 1;
    lexer.standardStrings = mark.standardStrings();
    if (mark.offset() == 0) {
      lexer.skipByteOrderMark();
    }
    return lexer;
  }

  /**
   * A place where lexing can begin again.
   *
   * @param offset in bytes, 0-based
   * @param line 1-based
   * @param column 1-based in characters
   * @param standardStrings whether a backslash in a plain string is an ordinary character there
   */
  record Mark(long offset, int line, int column, boolean standardStrings) {
    static final Mark START = new Mark(0, 1, 1, true);
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (char c : " \t\n\r\f\u000b".toCharArray()) {
      classes[c] = SPACE;
    }
    for (int c = 'a'; c <= 'z'; c++) {
      classes[c] = NAME_START;
      classes[c - 'a' + 'A'] = NAME_START;
    }
    classes['_'] = NAME_START;
    Arrays.fill(classes, 128, 256, NAME_START);
    for (int c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    for (char c : "~!@#^&|`?+-*/%<>=".toCharArray()) {
      classes[c] = OPERATOR_SIGN;
    }
    return classes;
  }

  /** Reads the next token; the accessors below then speak of it. */
  Kind next() throws IOException {
    inToken = false;
    unclosed = null;
    for (; ; ) {
      while (pos < limit) {
        byte b = buf[pos];
        if (b == '\n') {
          pos++;
          newLine();
        } else if (CLASSES[b & 0xff] == SPACE) {
          pos++;
        } else {
          return token(b);
        }
      }
      if (!fill()) {
        begin();
        inToken = false;
        kind = Kind.END;
        return kind;
      }
    }
  }

  private void begin() {
    inToken = true;
    whole = true;
    tokenStart = pos;
    tokenOffset = base + pos;
    tokenLine = line;
    tokenLineStart = lineStart;
    tokenLineChars = lineChars;
    tokenColumn = 0;
    aloneOnLine = lastTokenLine != line;
  }

  private Kind token(byte first) throws IOException {
    begin();
    boolean mayContinue = stringMayContinue;
    stringMayContinue = false;
    // Set beforehand, because a token that outgrows the buffer is hashed while it is read.
    kind = Kind.OPERATOR;
    if (dialect == Dialect.POSTGRES) {
      postgres(first, mayContinue);
    } else {
      sqlite(first);
    }
    lastTokenLine = line;
    return kind;
  }

  private void postgres(byte first, boolean mayContinue) throws IOException {
    switch (CLASSES[first & 0xff]) {
      case NAME_START -> postgresWord(first);
      case DIGIT -> number();
      default -> {
        switch (first) {
          // The second part of a string that goes on in a later line follows the first one's rules.
          case '\'' ->
              string(1, (mayContinue && line > stringLine) ? stringEscapes : !standardStrings);
          case '"' -> quotedName(1, (byte) '"', true);
          case '$' -> dollar();
          case ';' -> sign(Kind.SEMICOLON);
          case '(' -> sign(Kind.LEFT_PAREN);
          case ')' -> sign(Kind.RIGHT_PAREN);
          case '\\' -> sign(Kind.BACKSLASH);
          case '.' -> {
            if (CLASSES[peek(1) & 0xff] == DIGIT) {
              number();
            } else {
              sign(Kind.OPERATOR);
            }
          }
          case ':' -> {
            int second = peek(1);
            pos += second == ':' || second == '=' ? 2 : 1;
          }
          case '-' -> {
            if (peek(1) == '-') {
              lineComment();
              stringMayContinue = mayContinue;
            } else {
              postgresOperator();
            }
          }
          case '/' -> {
            if (peek(1) == '*') {
              blockComment(true);
            } else {
              postgresOperator();
            }
          }
          default -> {
            if (CLASSES[first & 0xff] == OPERATOR_SIGN) {
              postgresOperator();
            } else {
              sign(Kind.OPERATOR);
            }
          }
        }
      }
    }
  }

  private void sqlite(byte first) throws IOException {
    switch (CLASSES[first & 0xff]) {
      case NAME_START -> {
        if ((first == 'x' || first == 'X') && peek(1) == '\'') {
          string(2, false);
        } else {
          word();
        }
      }
      case DIGIT -> number();
      default -> {
        switch (first) {
          case '\'' -> string(1, false);
          case '"' -> quotedName(1, (byte) '"', true);
          case '`' -> quotedName(1, (byte) '`', true);
          case '[' -> quotedName(1, (byte) ']', false);
          case '$' -> word();
          case ';' -> sign(Kind.SEMICOLON);
          case '(' -> sign(Kind.LEFT_PAREN);
          case ')' -> sign(Kind.RIGHT_PAREN);
          case '.' -> {
            if (CLASSES[peek(1) & 0xff] == DIGIT) {
              number();
            } else {
              sign(Kind.OPERATOR);
            }
          }
          case '-' -> {
            int second = peek(1);
            if (second == '-') {
              lineComment();
            } else if (second == '>') {
              take(peek(2) == '>' ? 3 : 2);
            } else {
              sign(Kind.OPERATOR);
            }
          }
          case '/' -> {
            if (peek(1) == '*') {
              blockComment(false);
            } else {
              sign(Kind.OPERATOR);
            }
          }
          case '|' -> take(peek(1) == '|' ? 2 : 1);
          case '=', '!' -> take(peek(1) == '=' ? 2 : 1);
          case '<' -> {
            int second = peek(1);
            pos += second == '=' || second == '>' || second == '<' ? 2 : 1;
          }
          case '>' -> {
            int second = peek(1);
            pos += second == '=' || second == '>' ? 2 : 1;
          }
          default -> sign(Kind.OPERATOR);
        }
      }
    }
  }

  /** Moves on. Not {@code pos += …}: an argument that peeks may move what is in the buffer. */
  private void take(int count) {
    pos += count;
  }

  private void sign(Kind newKind) {
    kind = newKind;
    pos++;
  }

  private void postgresWord(byte first) throws IOException {
    switch (first) {
      case 'e', 'E' -> {
        if (peek(1) == '\'') {
          string(2, true);
          return;
        }
      }
      case 'b', 'B', 'x', 'X' -> {
        if (peek(1) == '\'') {
          string(2, false);
          return;
        }
      }
      case 'n', 'N' -> {
        if (peek(1) == '\'') {
          string(2, !standardStrings);
          return;
        }
      }
      case 'u', 'U' -> {
        if (peek(1) == '&') {
          int third = peek(2);
          if (third == '\'') {
            string(3, false);
            return;
          }
          if (third == '"') {
            quotedName(3, (byte) '"', true);
            return;
          }
        }
      }
      default -> {
        // An ordinary word.
      }
    }
    word();
  }

  private void word() throws IOException {
    kind = Kind.WORD;
    pos++;
    do {
      while (pos < limit) {
        byte b = buf[pos];
        byte c = CLASSES[b & 0xff];
        if (c != NAME_START && c != DIGIT && b != '$') {
          return;
        }
        pos++;
      }
    } while (fill());
  }

  private void number() throws IOException {
    kind = Kind.NUMBER;
    boolean fraction = false;
    boolean decimal = true;
    boolean name = false;
    int previous = -1;
    for (int b = peek(0); b != -1; b = peek(0)) {
      byte c = CLASSES[b & 0xff];
      if (c == DIGIT || b == '_') {
        pos++;
      } else if (c == NAME_START) {
        pos++;
        int next = peek(0);
        boolean exponent = decimal && (b == 'e' || b == 'E');
        if (exponent && (next == '+' || next == '-') && CLASSES[peek(1) & 0xff] == DIGIT) {
          pos++;
        } else if (!(exponent && CLASSES[next & 0xff] == DIGIT) && previous != '0') {
          // Letters glued to a number are a name, which may go on with $.
          name = true;
        }
        decimal = false;
      } else if (b == '.' && !fraction && decimal && peek(1) != '.') {
        fraction = true;
        pos++;
      } else if (b == '$' && name) {
        pos++;
      } else {
        return;
      }
      previous = b;
    }
  }

  private void postgresOperator() throws IOException {
    int length = 1;
    for (; ; ) {
      int b = peek(length);
      if (b < 0 || CLASSES[b & 0xff] != OPERATOR_SIGN) {
        break;
      }
      if ((b == '-' && peek(length + 1) == '-') || (b == '/' && peek(length + 1) == '*')) {
        break;
      }
      length++;
    }
    // A longer operator ends in + or - only where it also holds one of these signs; else the sign
    // belongs to the operand behind it.
    while (length > 1 && (buf[pos + length - 1] == '+' || buf[pos + length - 1] == '-')) {
      boolean special = false;
      for (int i = 0; i < length - 1 && !special; i++) {
        special = "~!@#^&|`?%".indexOf(buf[pos + i]) >= 0;
      }
      if (special) {
        break;
      }
      length--;
    }
    pos += length;
  }

  private void string(int prefix, boolean escapes) throws IOException {
    kind = Kind.STRING;
    pos += prefix;
    do {
      while (pos < limit) {
        byte b = buf[pos++];
        if (b == '\'') {
          if (peek(0) == '\'') {
            pos++;
          } else {
            stringEscapes = escapes;
            stringLine = line;
            stringMayContinue = true;
            return;
          }
        } else if (b == '\n') {
          newLine();
        } else if (b == '\\' && escapes) {
          if (peek(0) == '\n') {
            pos++;
            newLine();
          } else if (pos < limit) {
            pos++;
          }
        }
      }
    } while (fill());
    unclosed = Unclosed.STRING;
  }

  private void quotedName(int prefix, byte close, boolean doubled) throws IOException {
    kind = Kind.QUOTED_NAME;
    pos += prefix;
    do {
      while (pos < limit) {
        byte b = buf[pos++];
        if (b == close) {
          if (doubled && peek(0) == close) {
            pos++;
          } else {
            return;
          }
        } else if (b == '\n') {
          newLine();
        }
      }
    } while (fill());
    unclosed = Unclosed.QUOTED_NAME;
  }

  private void dollar() throws IOException {
    int second = peek(1);
    if (second >= '0' && second <= '9') {
      kind = Kind.PARAMETER;
      pos += 2;
      while (CLASSES[peek(0) & 0xff] == DIGIT) {
        pos++;
      }
      return;
    }
    int length = 1;
    for (; ; ) {
      int b = peek(length);
      if (b == '$') {
        length++;
        break;
      }
      byte c = b == -1 ? 0 : CLASSES[b & 0xff];
      if (c == NAME_START || (c == DIGIT && length > 1)) {
        length++;
      } else {
        sign(Kind.OPERATOR);
        return;
      }
    }
    kind = Kind.DOLLAR_STRING;
    byte[] tag = Arrays.copyOfRange(buf, pos, pos + length);
    pos += length;
    do {
      while (pos < limit) {
        byte b = buf[pos];
        if (b == '\n') {
          pos++;
          newLine();
        } else if (b != '$') {
          pos++;
        } else if (ensure(length) && Arrays.equals(buf, pos, pos + length, tag, 0, length)) {
          pos += length;
          return;
        } else {
          pos++;
        }
      }
    } while (fill());
    unclosed = Unclosed.DOLLAR_STRING;
  }

  private void lineComment() throws IOException {
    kind = Kind.LINE_COMMENT;
    pos += 2;
    boolean carriageReturnEnds = dialect == Dialect.POSTGRES;
    do {
      while (pos < limit) {
        byte b = buf[pos];
        if (b == '\n' || (b == '\r' && carriageReturnEnds)) {
          return;
        }
        pos++;
      }
    } while (fill());
  }

  private void blockComment(boolean nests) throws IOException {
    kind = Kind.BLOCK_COMMENT;
    pos += 2;
    int depth = 1;
    do {
      while (pos < limit) {
        byte b = buf[pos++];
        if (b == '\n') {
          newLine();
        } else if (b == '*' && peek(0) == '/') {
          pos++;
          if (--depth == 0) {
            return;
          }
        } else if (nests && b == '/' && peek(0) == '*') {
          pos++;
          depth++;
        }
      }
    } while (fill());
    unclosed = Unclosed.BLOCK_COMMENT;
  }

  /** Gives the token's text to the hash of its statement. */
  void hashToken() {
    TokenHash to = hash;
    if (to != null) {
      to.piece(buf, tokenStart, pos, kind, whole);
      to.endToken();
    }
  }

  /** What was opened by this token and not closed before the input ended, or null. */
  @Nullable Unclosed unclosed() {
    return unclosed;
  }

  /** Whether the input ended at bytes that are not UTF-8; the lexer then stands before them. */
  boolean isNotUtf8() {
    return notUtf8 && pos >= limit;
  }

  /** The kind of the token. */
  Kind kind() {
    return kind;
  }

  /** Offset of the token's first byte in the file. */
  long start() {
    return tokenOffset;
  }

  /** Offset behind the token's last byte, or of the next byte to be read. */
  long end() {
    return base + pos;
  }

  /** The token's 1-based line. */
  int line() {
    return tokenLine;
  }

  /** The 1-based line of the next byte to be read. */
  int currentLine() {
    return line;
  }

  /** The token's 1-based column, in characters. */
  int column() {
    if (tokenColumn == 0) {
      tokenColumn = 1 + tokenLineChars + characters(tokenLineStart, tokenStart);
    }
    return tokenColumn;
  }

  /** Whether nothing but white space stands before the token on its line. */
  boolean isFirstOnLine() {
    return aloneOnLine;
  }

  /** Whether the token is wholly in memory. */
  boolean isWhole() {
    return whole;
  }

  /** Where the token stands, to begin again there. */
  Mark mark() {
    return new Mark(tokenOffset, tokenLine, column(), standardStrings);
  }

  /** Whether a backslash in a plain string is an ordinary character, from the next token on. */
  void standardStrings(boolean standard) {
    standardStrings = standard;
  }

  /** The current setting of {@link #standardStrings(boolean)}. */
  boolean standardStrings() {
    return standardStrings;
  }

  /** The text of the token. */
  String text() {
    return new String(buf, tokenStart, pos - tokenStart, StandardCharsets.UTF_8);
  }

  /** The line from its begin to the end of the token, as far as it is in memory. */
  String lineText() {
    int from = tokenLineChars == 0 ? tokenLineStart : tokenStart;
    return new String(buf, from, pos - from, StandardCharsets.UTF_8);
  }

  /** Whether the token is this word, which must be given in lower case. */
  boolean is(String word) {
    int length = word.length();
    if (kind != Kind.WORD || pos - tokenStart != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(buf[tokenStart + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the token is this one sign. */
  boolean is(char sign) {
    return pos - tokenStart == 1 && buf[tokenStart] == sign;
  }

  static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  /** Begins to keep the text from the first byte of the current token on. */
  void beginText() {
    textStart = tokenStart;
    textOffset = tokenOffset;
    textKeptLength = 0;
    textTooLarge = false;
  }

  /**
   * Ends keeping text.
   *
   * @param end offset behind the last byte that belongs to it
   * @return the text, or null where it is {@link Statement#LARGE_BYTES} long or longer
   */
  @Nullable String endText(long end) {
    int from = textStart;
    textStart = -1;
    long length = end - textOffset;
    if (textTooLarge || length >= Statement.LARGE_BYTES) {
      textKept = new byte[0];
      return null;
    }
    if (textKeptLength == 0) {
      return new String(buf, from, (int) length, StandardCharsets.UTF_8);
    }
    // What was kept may already reach behind the end, into white space and comments.
    if (length > textKeptLength) {
      keep(from, from + (int) length - textKeptLength);
    }
    return new String(textKept, 0, (int) length, StandardCharsets.UTF_8);
  }

  private void keep(int from, int to) {
    int length = to - from;
    if (textTooLarge || textKeptLength + length >= Statement.LARGE_BYTES + BUFFER) {
      textTooLarge = true;
      textKept = new byte[0];
      textKeptLength = 0;
      return;
    }
    if (textKeptLength + length > textKept.length) {
      textKept = Arrays.copyOf(textKept, Math.max(2 * textKept.length, textKeptLength + length));
    }
    System.arraycopy(buf, from, textKept, textKeptLength, length);
    textKeptLength += length;
  }

  /** Skips what is left of the current line, its line end left unread; returns what it was. */
  String skipLine() throws IOException {
    inToken = true;
    tokenStart = pos;
    kind = Kind.LINE_COMMENT;
    whole = true;
    do {
      while (pos < limit) {
        if (buf[pos] == '\n') {
          lastTokenLine = line;
          return text();
        }
        pos++;
      }
    } while (fill());
    lastTokenLine = line;
    return text();
  }

  /**
   * Reads a block of COPY data, which begins in the next line and ends before a line that is {@code
   * \.} or at the end of the input; gives it to the hash. The lexer then stands behind the closing
   * line.
   *
   * @return offset of the first byte of data; {@link #copyEnd} is behind the last
   */
  long copyData() throws IOException {
    inToken = false;
    if (peek(0) == '\n') {
      pos++;
      newLine();
    }
    long start = base + pos;
    TokenHash to = hash;
    if (to != null) {
      to.beginCopyData();
    }
    kind = Kind.DOLLAR_STRING;
    for (; ; ) {
      if (!ensure(1)) {
        copyEnd = base + pos;
        return start;
      }
      if (buf[pos] == '\\' && isCopyEnd()) {
        copyEnd = base + pos;
        pos += 2;
        if (peek(0) == '\r') {
          pos++;
        }
        return start;
      }
      int from = pos;
      boolean lineDone = false;
      do {
        while (pos < limit && !lineDone) {
          lineDone = buf[pos++] == '\n';
        }
        if (to != null) {
          to.data(buf, from, pos);
        }
        from = pos;
        // fill() may move what is in the buffer, but never what is not yet read.
        if (!lineDone) {
          boolean more = fill();
          from = pos;
          lineDone = !more;
        }
      } while (!lineDone);
      if (pos > 0 && buf[pos - 1] == '\n') {
        newLine();
      }
    }
  }

  /** Offset behind the COPY data read last. */
  long copyEnd() {
    return copyEnd;
  }

  private boolean isCopyEnd() throws IOException {
    if (peek(1) != '.') {
      return false;
    }
    int third = peek(2);
    return third == '\n' || (third == -1) || (third == '\r' && (peek(3) == '\n' || peek(3) == -1));
  }

  private void newLine() {
    line++;
    lineStart = pos;
    lineChars = 0;
  }

  private int characters(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if ((buf[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  /** The byte so far ahead, -1 behind the end. Bytes above 127 come out negative, too. */
  private int peek(int ahead) throws IOException {
    if (pos + ahead >= limit && !ensure(ahead + 1)) {
      return -1;
    }
    return buf[pos + ahead];
  }

  private boolean ensure(int count) throws IOException {
    while (limit - pos < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /** Reads more into the buffer; what is not needed any more leaves it. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    InputStream from = in;
    if (from == null) {
      return false;
    }
    int keepFrom = inToken ? tokenStart : pos;
    if (inToken && limit - keepFrom > buf.length / 2) {
      boolean comment = kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
      if (comment && buf.length < LONGEST_COMMENT) {
        buf = Arrays.copyOf(buf, buf.length * 2);
      } else {
        if (tokenColumn == 0) {
          column();
        }
        TokenHash to = hash;
        if (to != null && !comment) {
          to.piece(buf, tokenStart, pos, kind, whole);
        }
        whole = false;
        tokenStart = pos;
        keepFrom = pos;
      }
    }
    // The indentation of a line whose first token is still to come belongs to its text.
    if (!inToken && lastTokenLine != line && pos - lineStart < buf.length / 4) {
      keepFrom = lineStart;
    } else if (inToken
        && whole
        && aloneOnLine
        && tokenLineChars == 0
        && tokenStart - tokenLineStart < buf.length / 4) {
      keepFrom = Math.min(keepFrom, tokenLineStart);
    }
    discard(keepFrom);
    if (filled == buf.length) {
      buf = Arrays.copyOf(buf, buf.length * 2);
    }
    int count = from.read(buf, filled, buf.length - filled);
    if (count < 0) {
      ended = true;
      notUtf8 = filled > limit;
      return false;
    }
    filled += count;
    limit = validUtf8(limit);
    return pos < limit || !ended;
  }

  private void discard(int keepFrom) {
    if (keepFrom <= 0) {
      return;
    }
    if (inToken && tokenColumn == 0 && tokenLineStart < keepFrom) {
      column();
    }
    if (lineStart < keepFrom) {
      lineChars += characters(lineStart, keepFrom);
      lineStart = keepFrom;
    }
    if (textStart >= 0 && textStart < keepFrom) {
      keep(textStart, keepFrom);
      textStart = keepFrom;
    }
    System.arraycopy(buf, keepFrom, buf, 0, filled - keepFrom);
    base += keepFrom;
    pos -= keepFrom;
    limit -= keepFrom;
    filled -= keepFrom;
    tokenStart = Math.max(0, tokenStart - keepFrom);
    tokenLineStart = Math.max(0, tokenLineStart - keepFrom);
    lineStart -= keepFrom;
    if (textStart >= 0) {
      textStart -= keepFrom;
    }
  }

  private void skipByteOrderMark() throws IOException {
    if (ensure(3) && buf[0] == (byte) 0xef && buf[1] == (byte) 0xbb && buf[2] == (byte) 0xbf) {
      pos = 3;
      lineStart = 3;
    }
  }

  /**
   * The index behind the last whole character. Where a byte cannot stand in UTF-8, the input ends
   * before it.
   */
  private int validUtf8(int from) {
    int i = from;
    while (i < filled) {
      int b = buf[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int length = utf8Length(b & 0xff);
      int second = i + 1 < filled ? buf[i + 1] & 0xff : -1;
      boolean valid = length > 0 && (second < 0 || isSecond(b & 0xff, second));
      for (int k = 2; valid && k < length && i + k < filled; k++) {
        valid = (buf[i + k] & 0xc0) == 0x80;
      }
      if (!valid) {
        ended = true;
        notUtf8 = true;
        return i;
      }
      if (i + length > filled) {
        return i;
      }
      i += length;
    }
    return i;
  }

  private static int utf8Length(int first) {
    if (first >= 0xc2 && first <= 0xdf) {
      return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
      return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  }

  /** Table 3-7 of the Unicode standard: no overlong form, no surrogate, nothing above U+10FFFF. */
  private static boolean isSecond(int first, int second) {
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
  }
}
