package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values of PostgreSQL's types: the built-in ones, arrays of them, and the enums, domains,
 * composite and range types of a schema. Bare literals take their column's type.
 */
final class PostgresValues implements Values {

  private static final List<ObjectKind> TYPES =
      List.of(
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.TABLE);

  private static final int DEEPEST = 8;
  private static final int LONGEST_TEXT = 10_000;

  private final Schema schema;

  PostgresValues(Schema schema) {
    this.schema = schema;
  }

  @Override
  public Optional<String> value(Column column, Wish wish, long n, boolean unusual) {
    return new Making(column.name(), n, unusual, DEEPEST)
        .of(TypeName.parse(column.type()), column.type(), wish);
  }

  @Override
  public String constant(Column column, String constant) {
    return TypeName.parse(column.type()).array()
        ? "ARRAY[" + Values.literal(constant) + "]::" + column.type()
        : Values.literal(constant);
  }

  @Override
  public boolean refusesNull(Column column) {
    TypeName type = TypeName.parse(column.type());
    for (int depth = 0; depth < DEEPEST && !type.array(); depth++) {
      Optional<SchemaObject> domain = schema.find(new ObjectId(ObjectKind.DOMAIN, type.path(), ""));
      if (domain.isEmpty()) {
        return false;
      }
      if (domain.get().is(Property.NOT_NULL)) {
        return true;
      }
      type = TypeName.parse(domain.get().text(Property.BASE_TYPE).orElse(""));
    }
    return false;
  }

  /** One value on its way. */
  private final class Making {

    private final String name;
    private final long n;
    private final boolean unusual;
    private final int depth;

    Making(String name, long n, boolean unusual, int depth) {
      this.name = name;
      this.n = n;
      this.unusual = unusual;
      this.depth = depth;
    }

    Optional<String> of(TypeName type, String printed, Wish wish) {
      if (depth == 0) {
        return Optional.empty();
      }
      if (type.array()) {
        return array(printed, wish);
      }
      List<String> choice = wish.choice();
      if (!choice.isEmpty()) {
        return Optional.of(Values.literal(choice.get((int) (n % choice.size()))));
      }
      return type.path().size() == 1 ? builtIn(type, wish) : own(type, wish);
    }

    private Optional<String> array(String printed, Wish wish) {
      String element = printed.substring(0, printed.indexOf("[]"));
      Wish each = new Wish();
      if (!wish.choice().isEmpty()) {
        each.oneOf(wish.choice());
      }
      int count = wish.lengths().isEmpty() ? 2 : count(wish);
      List<String> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Optional<String> item =
            new Making(name, n + i, unusual, depth - 1).of(TypeName.parse(element), element, each);
        if (item.isEmpty()) {
          return Optional.empty();
        }
        items.add(item.get());
      }
      return Optional.of("ARRAY[" + String.join(", ", items) + "]::" + printed);
    }

    private static int count(Wish wish) {
      Numbers numbers = new Numbers(BigDecimal.ZERO, BigDecimal.valueOf(100), 0);
      Wish lengths = new Wish();
      wish.lengths().forEach(lengths::limit);
      return numbers.within(lengths).low().max(BigDecimal.ONE).intValue();
    }

    // Types of the schema

    private Optional<String> own(TypeName type, Wish wish) {
      for (ObjectKind kind : TYPES) {
        Optional<SchemaObject> found = schema.find(new ObjectId(kind, type.path(), ""));
        if (found.isPresent()) {
          return switch (kind) {
            case ENUM -> enumerated(found.get(), wish);
            case DOMAIN -> domain(found.get(), wish);
            case RANGE_TYPE -> range(found.get());
            default -> composite(found.get());
          };
        }
      }
      return ofExtension(type, wish);
    }

    private Optional<String> enumerated(SchemaObject type, Wish wish) {
      List<String> values =
          type.list(Property.VALUES).stream()
              .filter(value -> !wish.excluded().contains(value))
              .toList();
      return values.isEmpty()
          ? Optional.empty()
          : Optional.of(Values.literal(values.get((int) (n % values.size()))));
    }

    private Optional<String> domain(SchemaObject domain, Wish outer) {
      Wishes wishes = new Wishes((int) (n % Integer.MAX_VALUE));
      for (SchemaObject check : schema.parts(domain.id(), ObjectKind.CONSTRAINT)) {
        CheckReader.read(check.text(Property.DEFINITION).orElse("")).ifPresent(wishes::ask);
      }
      String base = domain.text(Property.BASE_TYPE).orElse("");
      Wish wish = outer.isFree() ? wishes.of("value") : outer;
      return new Making(name, n, unusual, depth - 1).of(TypeName.parse(base), base, wish);
    }

    private Optional<String> range(SchemaObject range) {
      String subtype = range.text(Property.SUBTYPE).orElse("");
      TypeName type = TypeName.parse(subtype);
      // Ten apart, so that no two of them overlap.
      Optional<String> low =
          new Making(name, n * 10, false, depth - 1).of(type, subtype, new Wish());
      Optional<String> high =
          new Making(name, n * 10 + 5, false, depth - 1).of(type, subtype, new Wish());
      return low.isEmpty() || high.isEmpty()
          ? Optional.empty()
          : Optional.of(Names.quoted(range.id()) + "(" + low.get() + ", " + high.get() + ")");
    }

    private Optional<String> composite(SchemaObject type) {
      List<String> types =
          type.kind() == ObjectKind.TABLE
              ? schema.parts(type.id(), ObjectKind.COLUMN).stream()
                  .map(column -> column.text(Property.TYPE).orElse(""))
                  .toList()
              : type.list(Property.ATTRIBUTES).stream().map(Making::attributeType).toList();
      List<String> fields = new ArrayList<>();
      for (String each : types) {
        Optional<String> field =
            new Making(name, n, unusual, depth - 1).of(TypeName.parse(each), each, new Wish());
        fields.add(field.orElse("NULL"));
      }
      return Optional.of("ROW(" + String.join(", ", fields) + ")::" + Names.quoted(type.id()));
    }

    /** What stands behind an attribute's name, which may be quoted. */
    private static String attributeType(String attribute) {
      int end = attribute.indexOf(' ');
      if (attribute.startsWith("\"")) {
        end = 1;
        while (attribute.charAt(end) != '"' || attribute.startsWith("\"\"", end)) {
          end += attribute.startsWith("\"\"", end) ? 2 : 1;
        }
        end++;
      }
      return attribute.substring(end).replaceFirst(" COLLATE .*", "").strip();
    }

    private Optional<String> ofExtension(TypeName type, Wish wish) {
      return switch (type.base()) {
        case "citext" -> text(LONGEST_TEXT, wish);
        case "hstore" -> literal("\"n\"=>\"" + n + "\"");
        case "ltree" -> literal("top.row" + n);
        case "vector", "halfvec" ->
            literal(
                IntStream.range(0, type.modifier(0, 3))
                    .mapToObj(i -> String.valueOf((n + i) % 10 + 1))
                    .collect(Collectors.joining(",", "[", "]")));
        case "geometry", "geography" -> {
          int srid = type.modifier(1, 0);
          yield literal((srid == 0 ? "" : "SRID=" + srid + ";") + "POINT(" + n % 90 + " 1)");
        }
        default -> Optional.empty();
      };
    }

    // Built-in types

    private Optional<String> builtIn(TypeName type, Wish wish) {
      return switch (type.base()) {
        case "smallint" -> number(bound(-32_768), bound(32_767), 0, wish);
        case "integer" -> number(bound(Integer.MIN_VALUE), bound(Integer.MAX_VALUE), 0, wish);
        case "bigint" -> number(bound(Long.MIN_VALUE), bound(Long.MAX_VALUE), 0, wish);
        case "oid", "xid", "xid8", "cid" -> number(bound(1), bound(2_000_000_000), 0, wish);
        case "numeric" -> decimal(type, wish);
        case "real" -> number(bound(-8_000_000), bound(8_000_000), 2, wish);
        case "double precision" -> number(bound(-1_000_000_000), bound(1_000_000_000), 3, wish);
        case "money" -> number(bound(-90_000_000_000L), bound(90_000_000_000L), 2, wish);
        case "boolean" -> Optional.of(n % 2 == 0 ? "true" : "false");
        case "text", "refcursor" -> text(LONGEST_TEXT, wish);
        case "character varying" -> text(type.modifier(0, LONGEST_TEXT), wish);
        case "character", "bpchar" -> text(type.modifier(0, 1), wish);
        case "char" -> literal(String.valueOf((char) ('a' + n % 26)));
        case "name" -> text(60, wish.isFree() ? new Wish() : wish, false);
        case "json", "jsonb" -> literal(Texts.json(wish, n, unusual));
        case "jsonpath" -> literal("$.row" + n);
        case "xml" -> literal("<row>" + n + "</row>");
        case "uuid" -> literal(String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", n, n));
        case "bytea" -> bytes(wish);
        case "date" -> literal(moment(wish, Duration.ofDays(1)).toLocalDate().toString());
        case "timestamp without time zone", "timestamp with time zone" ->
            literal(moment(wish, Duration.ofMinutes(1)).toString().replace('T', ' '));
        case "time without time zone", "time with time zone" ->
            literal(moment(wish, Duration.ofSeconds(1)).toLocalTime().toString());
        case "inet" -> literal("10." + octets(n));
        case "cidr" -> literal("10." + octets(n) + "/32");
        case "macaddr" -> literal("08:00:2b:" + pairs(3));
        case "macaddr8" -> literal("08:00:2b:01:02:" + pairs(3));
        case "bit" -> bits(type.modifier(0, 1));
        case "bit varying" -> bits(Math.min(type.modifier(0, 20), 20));
        case "tsvector" -> literal("row:1 n" + n + ":2");
        case "tsquery" -> literal("row & n" + n);
        case "point" -> literal("(" + n + ",1)");
        case "line" -> literal("{1,2," + n + "}");
        case "lseg" -> literal("[(0,0),(" + n + ",1)]");
        case "box" -> literal("(" + (n * 10 + 5) + ",5),(" + n * 10 + ",0)");
        case "path" -> literal("[(0,0),(" + n + ",1)]");
        case "polygon" -> literal("((0,0),(" + n + ",1),(2,0))");
        case "circle" -> literal("<(" + n * 10 + ",0),2>");
        case "pg_lsn" -> literal("16/" + Long.toHexString(n));
        case "pg_snapshot", "txid_snapshot" -> literal(n + ":" + (n + 10) + ":" + n);
        case "tid" -> literal("(0," + (n % 60_000 + 1) + ")");
        case "regclass" -> literal("pg_catalog.pg_class");
        case "regtype" -> literal("pg_catalog.int4");
        case "regproc" -> literal("pg_catalog.pg_client_encoding");
        case "regprocedure" -> literal("pg_catalog.pg_client_encoding()");
        case "regoperator" -> literal("pg_catalog.=(integer,integer)");
        case "regnamespace" -> literal("pg_catalog");
        case "regrole" -> literal("pg_monitor");
        case "regcollation" -> literal("pg_catalog.\"C\"");
        case "regconfig" -> literal("pg_catalog.simple");
        case "regdictionary" -> literal("pg_catalog.simple");
        case "int2vector", "oidvector" -> literal("1 2");
        default -> further(type, wish);
      };
    }

    private Optional<String> further(TypeName type, Wish wish) {
      String base = type.base();
      if (base.startsWith("interval")) {
        return literal(intervalIn(base));
      }
      if (base.endsWith("multirange")) {
        return rangeText(base.replace("multirange", "range"))
            .map(r -> Values.literal("{" + r + "}"));
      }
      Optional<String> range = rangeText(base);
      return range.isPresent() ? range.map(Values::literal) : ofExtension(type, wish);
    }

    private String intervalIn(String base) {
      if (base.contains("month") || base.contains("year")) {
        return (base.endsWith("year") ? n % 100 : n % 1000)
            + (base.endsWith("year") ? " years" : " months");
      }
      return base.endsWith("day") ? n % 1000 + " days" : n % 100_000 + " minutes";
    }

    /** Ten apart and five long, so that no two of them overlap. */
    private Optional<String> rangeText(String base) {
      long low = n * 10 % 2_000_000_000;
      LocalDateTime from = LocalDateTime.of(2001, 1, 1, 0, 0).plusMinutes(n * 10);
      return switch (base) {
        case "int4range", "int8range", "numrange" -> Optional.of("[" + low + "," + (low + 5) + ")");
        case "daterange" -> {
          LocalDateTime day = LocalDateTime.of(2001, 1, 1, 0, 0).plusDays(n * 10 % 300_000);
          yield Optional.of("[" + day.toLocalDate() + "," + day.plusDays(5).toLocalDate() + ")");
        }
        case "tsrange", "tstzrange" ->
            Optional.of("[" + (from + "," + from.plusMinutes(5)).replace('T', ' ') + ")");
        default -> Optional.empty();
      };
    }

    private static BigDecimal bound(long value) {
      return BigDecimal.valueOf(value);
    }

    private Optional<String> number(BigDecimal low, BigDecimal high, int scale, Wish wish) {
      BigDecimal value = new Numbers(low, high, scale).within(wish).at(n);
      while (wish.excluded().contains(value.toPlainString())) {
        value = value.add(BigDecimal.ONE);
      }
      return Optional.of(value.signum() < 0 ? literalOf(value) : value.toPlainString());
    }

    private String literalOf(BigDecimal value) {
      return Values.literal(value.toPlainString());
    }

    private Optional<String> decimal(TypeName type, Wish wish) {
      if (type.modifiers().isEmpty()) {
        return number(bound(-1_000_000_000_000L), bound(1_000_000_000_000L), 4, wish);
      }
      int precision = type.modifier(0, 10);
      int scale = type.modifier(1, 0);
      BigDecimal high =
          BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).scaleByPowerOfTen(-scale);
      return number(high.negate(), high, Math.max(0, scale), wish);
    }

    private LocalDateTime moment(Wish wish, Duration unit) {
      return Moments.at(wish, n, unit);
    }

    private Optional<String> text(int most, Wish wish) {
      return text(most, wish, unusual);
    }

    private Optional<String> text(int most, Wish wish, boolean odd) {
      return literal(Texts.of(name, most, wish, n, odd));
    }

    private static Optional<String> literal(String text) {
      return Optional.of(Values.literal(text));
    }

    private Optional<String> bytes(Wish wish) {
      int length = wish.lengths().isEmpty() ? 4 : count(wish);
      String hex = String.format(Locale.ROOT, "%08x", n);
      return literal(
          "\\x" + (length <= 4 ? hex.substring(8 - 2 * length) : hex + "00".repeat(length - 4)));
    }

    private static String octets(long n) {
      return ((n >> 16) & 255) + "." + ((n >> 8) & 255) + "." + (n & 255);
    }

    private String pairs(int count) {
      List<String> pairs = new ArrayList<>();
      for (int i = count - 1; i >= 0; i--) {
        pairs.add(String.format(Locale.ROOT, "%02x", (n >> (8 * i)) & 255));
      }
      return String.join(":", pairs);
    }

    private Optional<String> bits(int length) {
      StringBuilder bits = new StringBuilder();
      for (int i = length - 1; i >= 0; i--) {
        bits.append(i > 62 ? 0 : (n >> i) & 1);
      }
      return literal(bits.toString());
    }
  }
}
