package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "alter role r password 's3cret' | alter role r password '…'",
        "create user u with encrypted password E's3\\'cret' valid until 'x'"
            + " | create user u with encrypted password '…' valid until 'x'",
        "create role r /* the password: */ password $$s3cret$$"
            + " | create role r /* the password: */ password '…'",
        "create user mapping for u server s options (user 'ü', password 's3cret')"
            + " | create user mapping for u server s options (user 'ü', password '…')",
        "alter user mapping for u server s options (set \"password\" 's3cret')"
            + " | alter user mapping for u server s options (set \"password\" '…')",
        "create subscription s connection 'host=h password=s3cret' publication p"
            + " | create subscription s connection '…' publication p",
        "alter subscription s connection 'postgresql://u:s3cret@h/d'"
            + " | alter subscription s connection '…'",
        "select dblink_connect('c', 'host=h password = ''s3cret''')"
            + " | select dblink_connect('c', '…')",
        "do $$ begin execute 'alter role r password ''s3cret'''; perform 1; end $$"
            + " | do $$ begin execute '…'; perform 1; end $$",
        "do $a$ begin create role r password 's3cret'; end $a$"
            + " | do $a$ begin create role r password '…'; end $a$",
        "update users set password = 's3cret' where id = 1"
            + " | update users set password = '…' where id = 1",
        "alter role r password 's3cr | alter role r password '…'"
      })
  void passwordsAreMasked(String sql, String masked) {
    assertThat(Masking.passwords(sql)).isEqualTo(masked).doesNotContain("s3cr");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "attach 'a.db' as b key 's3cret' | attach 'a.db' as b key '…'",
        "PRAGMA key = \"s3cret\" | PRAGMA key = '…'",
        "pragma rekey('s3cret') | pragma rekey('…')"
      })
  void keysOfSqliteAreMasked(String sql, String masked) {
    assertThat(Masking.passwords(sql, Dialect.SQLITE)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table password (password text, key text default 'x')",
        "create index on t ((data ->> 'key'))",
        "select 'https://example.org/a' as password",
        "alter role r password null",
        "insert into t values ('key', 'a@b:c')"
      })
  void everythingElseStays(String sql) {
    assertThat(Masking.passwords(sql)).isEqualTo(sql);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "select * from t where a = 'x' and b > 12.5 and c = $1"
            + " | select * from t where a = '…' and b > … and c = $1",
        "update t set a = E'x\\'y', b = $$z$$ /* trace */ -- end | update t set a = '…', b = '…'",
        "select 'cut off in the | select '…'"
      })
  void literalsAreReplaced(String sql, String masked) {
    assertThat(Masking.literals(sql)).isEqualTo(masked);
  }
}
