package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHashTest {

  private static String hash(Dialect dialect, String sql) {
    Script script = new ScriptReader().read("a.sql", sql, dialect);
    assertThat(script.size()).isEqualTo(1);
    return script.iterator().next().hash();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The algorithm written down a second time, by hand: histories everywhere hold its values. */
  @Test
  void theAlgorithmIsTheOneThatIsDocumented() throws Exception {
    String tokens = "create|table|größe|(|\"Id\"|int|default|e'A\r'|)|";
    byte[] bytes = tokens.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '|' ? (byte) 0xff : bytes[i];
    }
    byte[] utf8 =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("ö", "Ã¶")
            .replace("ß", "Ã\u009f")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            hash(Dialect.POSTGRES, "-- x\nCREATE Table Größe(\"Id\" INT /* y */ DEFAULT E'A\r') ;"))
        .isEqualTo(sha256(utf8));
  }

  @Test
  void copyDataCountBehindAMark() throws Exception {
    byte[] expected = "copy|t|from|stdin|!1\t2\n\\N\tx\r\n".getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(expected, StandardCharsets.ISO_8859_1);
    byte[] bytes =
        text.replace("\r\n", "\n")
            .replace('|', '\u00ff')
            .replace('!', '\u00fe')
            .getBytes(StandardCharsets.ISO_8859_1);
    String data = "1\t2\n\\N\tx\n\\.\n";
    assertThat(hash(Dialect.POSTGRES, "COPY t FROM stdin;\n" + data)).isEqualTo(sha256(bytes));
    assertThat(hash(Dialect.POSTGRES, "COPY t FROM stdin;\r\n" + data.replace("\n", "\r\n")))
        .isEqualTo(sha256(bytes));
  }

  @Test
  void theChecksumOfAScriptIsTheChainOfItsStatements() {
    Script script = new ScriptReader().read("a.sql", "select 1; select 2", Dialect.SQLITE);
    assertThat(script.checksum())
        .isEqualTo(Script.of("a.sql", Dialect.SQLITE, script.stream().toList()).checksum());
    assertThat(script.checksum().toString()).startsWith("t1:").hasSize(67);
  }

  @Test
  void valuesThatHistoriesHoldStayTheSame() {
    assertThat(hash(Dialect.POSTGRES, "CREATE TABLE t (id int)"))
        .isEqualTo("ec31429bea81ad168d2510eea7b1745797d12371c107bd82261921cfeaa75a19");
    assertThat(hash(Dialect.SQLITE, "INSERT INTO [t] VALUES (x'00', 1.5e3, 'é''\r\n')"))
        .isEqualTo("0a5b6c8e418c2cde61026b7de7dad2accb32265f64fc44f99444104c37048b7b");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "SELECT A, 0xFF, E'x' | select /* b */ a , 0xff,e'x'",
        "select a.b -- c | select a . b",
        "select N'x', B'1' | select n'x', b'1'"
      })
  void whatDoesNotMatterIsNotHashed(String one, String other) {
    assertThat(hash(Dialect.POSTGRES, one)).isEqualTo(hash(Dialect.POSTGRES, other));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "select 'a' | select 'A'",
        "select \"a\" | select a",
        "select \"a\" | select \"A\"",
        "select ab | select a b",
        "select 1.5 | select 1 .5",
        "select a <@ b | select a < @b",
        "select 'a b' | select 'a  b'",
        "select $$a$$ | select $$ a$$",
        "select $$a$$ | select 'a'",
        "select 'a', 'b' | select 'a'', ''b'"
      })
  void whatMattersIsHashed(String one, String other) {
    assertThat(hash(Dialect.POSTGRES, one)).isNotEqualTo(hash(Dialect.POSTGRES, other));
  }
}
