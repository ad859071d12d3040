package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Problems;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements made of random tokens with random comments between them are cut where they were made,
 * stand where they were put, and keep their hash when everything that must not count is changed.
 */
class TokenSoupTest {

  private static final int SCRIPTS = 400;

  @ParameterizedTest
  @EnumSource
  void soupIsCutAsItWasMade(Dialect dialect) throws IOException {
    long seed = Long.getLong("liftlock.test.seed", new SplittableRandom().nextLong());
    for (int i = 0; i < SCRIPTS; i++) {
      new Soup(dialect, seed + i)
          .check("-Dliftlock.test.seed=" + (seed + i) + " makes this script");
    }
  }

  private static final class Soup {

    private static final String[] WORDS = {
      "select",
      "From",
      "BEGIN",
      "end",
      "case",
      "atomic",
      "größe",
      "a_1",
      "création",
      "create",
      "function",
      "trigger",
      "e",
      "u",
      "x",
      "copy",
      "stdin",
      "_"
    };
    private static final String[] HEADS = {"select", "With", "insert", "begin", "END", "größe"};
    private static final String[] OPERATORS = {",", "=", "<>", "||", "->", "<", ".", "*", "%", "~"};
    private static final String[] NUMBERS = {
      "1", "1.5", ".5", "1e10", "1.5E-3", "0", "12345678901"
    };
    private static final String[] INNER = {
      ";", "--", "/*", "*/", "'", "\"", "`", "[", "]", "$", "$$", "$a$", "é", "😀", " ", "\n",
      "\r\n", "x", "END", "(", ")", "\\", "\t"
    };

    private final Dialect dialect;
    private final Random random;
    private final String newLine;

    Soup(Dialect dialect, long seed) {
      this.dialect = dialect;
      this.random = new Random(seed);
      this.newLine = random.nextBoolean() ? "\n" : "\r\n";
    }

    void check(String seed) throws IOException {
      StringBuilder script = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
      List<String> texts = new ArrayList<>();
      List<Integer> starts = new ArrayList<>();
      List<String> plain = new ArrayList<>();
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        script.append(random.nextBoolean() ? gap() : "");
        List<String> tokens = statement();
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
          text.append(text.length() == 0 ? "" : gap()).append(token);
        }
        starts.add(script.length());
        texts.add(text.toString());
        plain.add(
            String.join(" ", tokens.stream().map(this::rewritten).toList()).replace("\r\n", "\n"));
        script.append(text).append(random.nextBoolean() ? gap() : "");
        script.append(i + 1 < count || random.nextBoolean() ? ";" : "");
        script.append(random.nextInt(5) == 0 && i + 1 < count ? ";" + gap() + ";" : "");
      }
      script.append(gap());
      String sql = script.toString();
      Problems problems = new Problems();
      ScriptFile file =
          new ScriptReader().read(trickling(sql), dialect, SectionMarks.NONE, problems);
      assertThat(problems.all()).as("%s\n%s", seed, sql).isEmpty();
      List<Statement> cut = file.up().stream().toList();
      assertThat(cut.stream().map(Statement::text).toList())
          .as("%s\n%s", seed, sql)
          .isEqualTo(texts);
      for (int i = 0; i < cut.size(); i++) {
        assertThat(cut.get(i).span())
            .as("%s\n%s", seed, sql)
            .isEqualTo(span(sql, starts.get(i), texts.get(i)));
        Statement again =
            new ScriptReader().read("again.sql", plain.get(i), dialect).iterator().next();
        assertThat(again.hash())
            .as("%s\nhash of\n%s\nand of\n%s", seed, texts.get(i), plain.get(i))
            .isEqualTo(cut.get(i).hash());
      }
    }

    /** What must not change the hash: the case of words and numbers. */
    private String rewritten(String token) {
      char first = token.charAt(0);
      boolean folds =
          (Character.isLetter(first) || Character.isDigit(first) || first == '_')
              && token.chars().allMatch(c -> c != '\'' && c != '"');
      if (!folds) {
        return token;
      }
      StringBuilder swapped = new StringBuilder();
      for (char c : token.toCharArray()) {
        boolean upper = c < 128 && random.nextBoolean();
        swapped.append(
            upper
                ? Character.toString(c).toUpperCase(Locale.ROOT)
                : c < 128 ? Character.toString(c).toLowerCase(Locale.ROOT) : Character.toString(c));
      }
      return swapped.toString();
    }

    private Span span(String sql, int start, String text) {
      String before = sql.substring(0, start);
      int lineStart = before.lastIndexOf('\n') + 1;
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      String inLine = before.substring(lineStart);
      int column =
          1 + inLine.codePointCount(0, inLine.length()) - (inLine.startsWith("\ufeff") ? 1 : 0);
      long offset = before.getBytes(StandardCharsets.UTF_8).length;
      return new Span(
          "soup.sql", line, column, offset, offset + text.getBytes(StandardCharsets.UTF_8).length);
    }

    private List<String> statement() {
      List<String> tokens = new ArrayList<>();
      switch (random.nextInt(6)) {
        case 0 -> {
          if (dialect == Dialect.POSTGRES) {
            function(tokens);
          } else {
            trigger(tokens);
          }
        }
        default -> {
          tokens.add(pick(HEADS));
          fill(tokens, random.nextInt(12));
        }
      }
      return tokens;
    }

    private void function(List<String> tokens) {
      tokens.add("create");
      if (random.nextBoolean()) {
        tokens.addAll(List.of("OR", "replace"));
      }
      tokens.addAll(List.of(random.nextBoolean() ? "Function" : "procedure", "atomic", "("));
      tokens.addAll(List.of("begin", "int", ")", "returns", "int", "BEGIN", "ATOMIC"));
      for (int i = random.nextInt(4); i >= 0; i--) {
        tokens.addAll(List.of("select", "(", "a", ";", "END", ")", "case", "case", "1", "end"));
        tokens.addAll(List.of("END", "as", "end", ",", "x", ".", "case", ",", string(), ";"));
      }
      tokens.add("end");
    }

    private void trigger(List<String> tokens) {
      tokens.add("create");
      if (random.nextBoolean()) {
        tokens.add(random.nextBoolean() ? "TEMP" : "temporary");
      }
      tokens.addAll(List.of("Trigger", "t", "begin"));
      for (int i = random.nextInt(4); i >= 0; i--) {
        tokens.addAll(List.of("select", "case", "when", "1", "then", "2", "end"));
        fill(tokens, random.nextInt(4));
        tokens.add(";");
      }
      tokens.add("END");
    }

    private void fill(List<String> tokens, int count) {
      boolean afterString = false;
      for (int i = 0; i < count; i++) {
        int kind = random.nextInt(10);
        boolean isString = kind == 1 || kind == 2;
        if (isString && afterString) {
          // Two strings with a line end between them are one, with other rules.
          tokens.add(",");
        }
        switch (kind) {
          case 0 -> tokens.add(quotedName());
          case 1, 2 -> tokens.add(string());
          case 3 -> tokens.add(pick(NUMBERS));
          case 4 -> tokens.add(pick(OPERATORS));
          case 5 -> {
            if (dialect == Dialect.POSTGRES) {
              tokens.add("(");
              fill(tokens, random.nextInt(3));
              tokens.add(random.nextBoolean() ? ";" : ",");
              tokens.add(")");
            }
          }
          case 6 -> {
            if (dialect == Dialect.POSTGRES) {
              tokens.add(dollarString());
            } else {
              tokens.add("x'00ff'");
            }
          }
          default -> tokens.add(pick(WORDS));
        }
        afterString = isString;
      }
    }

    private String string() {
      String inner = inner();
      if (dialect == Dialect.SQLITE) {
        return "'" + inner.replace("'", "''") + "'";
      }
      return switch (random.nextInt(4)) {
        case 0 -> "E'" + inner.replace("\\", "\\\\").replace("'", "\\'") + "'";
        case 1 -> "e'" + inner.replace("\\", "\\n").replace("'", "''") + "'";
        case 2 -> "U&'" + inner.replace("'", "''") + "'";
        default -> "'" + inner.replace("'", "''") + "'";
      };
    }

    private String quotedName() {
      String inner = inner();
      if (dialect == Dialect.SQLITE) {
        return switch (random.nextInt(3)) {
          case 0 -> "[" + inner.replace("]", "") + "]";
          case 1 -> "`" + inner.replace("`", "``") + "`";
          default -> "\"" + inner.replace("\"", "\"\"") + "\"";
        };
      }
      return (random.nextInt(4) == 0 ? "u&" : "") + "\"" + inner.replace("\"", "\"\"") + "\"";
    }

    private String dollarString() {
      String tag = "$" + (random.nextBoolean() ? "" : random.nextBoolean() ? "tag_é1" : "A") + "$";
      return tag + inner().replace("$", "S") + (tag.equals("$$") ? "" : "$$ $") + " " + tag;
    }

    private String inner() {
      StringBuilder inner = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        inner.append(pick(INNER));
      }
      return inner.toString();
    }

    /** White space and comments, never nothing. */
    private String gap() {
      StringBuilder gap = new StringBuilder(random.nextBoolean() ? " " : newLine);
      for (int i = random.nextInt(3); i > 0; i--) {
        switch (random.nextInt(4)) {
          case 0 ->
              gap.append("--").append(inner().replace("\r", "").replace("\n", "")).append(newLine);
          case 1 -> {
            String inner = inner().replace("*", "+").replace("/", "|");
            boolean nested = dialect == Dialect.POSTGRES && random.nextBoolean();
            gap.append("/*").append(inner).append(nested ? "/* ; ' */ ; " : "").append("*/");
          }
          case 2 -> gap.append("\t ");
          default -> gap.append(newLine);
        }
      }
      return gap.toString();
    }

    private String pick(String[] from) {
      return from[random.nextInt(from.length)];
    }

    /** A source whose stream gives a few bytes at a time, so that every token is cut somewhere. */
    private ScriptSource trickling(String sql) {
      byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
      int most = 1 + random.nextInt(9);
      return new ScriptSource() {
        @Override
        public String file() {
          return "soup.sql";
        }

        @Override
        public InputStream open(long start) {
          InputStream all = new ByteArrayInputStream(bytes, (int) start, bytes.length);
          return new FilterInputStream(all) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
              return super.read(buffer, offset, Math.min(length, most));
            }
          };
        }
      };
    }
  }
}
