package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.TypeName;
import io.liftlock.engine.safety.outline.DomainOutline;
import io.liftlock.engine.safety.outline.Outline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a change of a column's type writes its table anew. It does not where the old bytes are
 * valid values of the new type: where the cast needs no function ({@code pg_cast.castmethod = 'b'})
 * and the new length takes everything that the old one took (the support functions of {@code
 * varchar}, {@code varbit}, {@code numeric} and the types of time).
 */
public final class TypeChange {

  private static final int MICROSECONDS = 6;

  /** Types whose values have the same bytes, both ways; {@code varchar} stands for itself. */
  private static final List<Set<String>> SAME_BYTES =
      List.of(
          Set.of("text", "character varying", "citext"),
          Set.of("integer", "oid", "regclass", "regtype", "regproc", "regprocedure", "regrole"));

  /** The first has the bytes of the second, but not the other way round. */
  private static final Map<String, Set<String>> ONE_WAY =
      Map.of(
          "cidr", Set.of("inet"),
          "xml", Set.of("text", "character varying"),
          "bit", Set.of("bit varying"));

  private static final Set<String> INSTANTS =
      Set.of("timestamp without time zone", "timestamp with time zone");

  private final Outline outline;
  private final boolean utc;

  /**
   * @param outline what is known of domains
   * @param utc whether the session's time zone is known to be UTC
   */
  public TypeChange(Outline outline, boolean utc) {
    this.outline = outline;
    this.utc = utc;
  }

  /** Whether the table is written anew. */
  public boolean rewrites(String column, TypeName from, TypeName to, Optional<Expression> using) {
    return using.filter(each -> !isTheColumn(each, column, to)).isPresent() || rewrites(from, to);
  }

  /** {@code USING c} and {@code USING c::type} say what is done anyway. */
  private static boolean isTheColumn(Expression using, String column, TypeName to) {
    String text = using.text().strip();
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    int cast = text.indexOf("::");
    String value = cast < 0 ? text : text.substring(0, cast).strip();
    String type = cast < 0 ? "" : text.substring(cast + 2).strip();
    boolean sameType =
        type.isEmpty() || squeezed(type).equals(squeezed(to.written())) || type.equals(to.name());
    return sameType
        && (value.equalsIgnoreCase(column) || value.equals(RelationName.quoted(column)));
  }

  private static String squeezed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  private boolean rewrites(TypeName from, TypeName to) {
    if (isSame(from, to)) {
      return false;
    }
    if (from.array() || to.array()) {
      return true;
    }
    Optional<DomainOutline> old = outline.domain(from);
    if (old.isPresent()) {
      return rewrites(old.get().type(), to);
    }
    Optional<DomainOutline> next = outline.domain(to);
    if (next.isPresent()) {
      return next.get().isConstrained() || rewrites(from, next.get().type());
    }
    return !hasSameBytes(from.name(), to.name()) || !takesAll(from, to);
  }

  private static boolean isSame(TypeName from, TypeName to) {
    return from.name().equals(to.name())
        && from.array() == to.array()
        && from.modifiers().equals(to.modifiers())
        && (!from.name().startsWith("interval")
            || squeezed(from.written()).equals(squeezed(to.written())));
  }

  private boolean hasSameBytes(String from, String to) {
    return from.equals(to)
        || SAME_BYTES.stream().anyMatch(same -> same.contains(from) && same.contains(to))
        || ONE_WAY.getOrDefault(from, Set.of()).contains(to)
        || (utc && INSTANTS.contains(from) && INSTANTS.contains(to));
  }

  /** Whether the new length takes whatever the old one took. */
  private static boolean takesAll(TypeName from, TypeName to) {
    if (to.modifiers().isEmpty()) {
      // Nothing is said for character(1), bit(1) and the like.
      return !to.name().equals("character") && !to.name().equals("bit");
    }
    return switch (to.name()) {
      case "character varying", "bit varying" ->
          from.name().equals(to.name()) && first(from, 0) > 0 && first(to, 0) >= first(from, 0);
      case "numeric" ->
          !from.modifiers().isEmpty()
              && first(to, 0) >= first(from, 0)
              && second(to) == second(from);
      case "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone",
          "interval" ->
          first(to, MICROSECONDS) >= first(from, MICROSECONDS);
      default -> false;
    };
  }

  private static int first(TypeName type, int otherwise) {
    return type.modifiers().isEmpty() ? otherwise : type.modifiers().get(0);
  }

  private static int second(TypeName type) {
    return type.modifiers().size() > 1 ? type.modifiers().get(1) : 0;
  }

  /**
   * Whether an index on the column can keep its entries, where the table is not written anew: its
   * order must be that of the same operator class.
   */
  public boolean keepsOrder(TypeName from, TypeName to) {
    return ordering(from).equals(ordering(to));
  }

  private String ordering(TypeName type) {
    String name = outline.domain(type).map(each -> each.type().name()).orElse(type.name());
    return switch (name) {
      case "character varying" -> "text";
      case "cidr" -> "inet";
      default -> name.startsWith("reg") && !type.array() ? "oid" : name;
    };
  }
}
