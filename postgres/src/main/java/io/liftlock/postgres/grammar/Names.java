package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Identifier_reservedContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_in_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_referencesContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_name_nontypeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.User_nameContext;

/** Names as the server keeps them: without quotes, unquoted ones in lower case. */
final class Names {

  private Names() {}

  /** One part of a name: an identifier of any of the grammar's kinds. */
  static String of(ParserRuleContext identifier) {
    return of(identifier.getStart(), identifier.getStop());
  }

  private static String of(Token token, Token last) {
    return switch (token.getType()) {
      case SQLParser.QuotedIdentifier -> unquoted(text(token));
      case SQLParser.UnicodeQuotedIdentifier -> {
        char escape = last == token ? '\\' : text(last).charAt(1);
        yield UnicodeEscapes.decode(unquoted(text(token).substring(2)), escape);
      }
      default -> text(token).toLowerCase(Locale.ROOT);
    };
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
  }

  private static String text(Token token) {
    return token.getInputStream().getText(Interval.of(token.getStartIndex(), token.getStopIndex()));
  }

  /** The name of a relation or other object; of a name with a database before it, the last two. */
  static RelationName of(Schema_qualified_nameContext name) {
    List<Identifier_reservedContext> behind = name.identifier_reserved();
    String first = of(name.identifier());
    return switch (behind.size()) {
      case 0 -> RelationName.of(first);
      case 1 -> RelationName.of(first, of(behind.get(0)));
      default -> RelationName.of(of(behind.get(0)), of(behind.get(1)));
    };
  }

  /** The name of a function or type. */
  static RelationName of(Schema_qualified_name_nontypeContext name) {
    return name.schema == null
        ? RelationName.of(of(name.identifier_nontype()))
        : RelationName.of(of(name.schema), of(name.identifier_reserved_nontype()));
  }

  /** The last part of a name, which is all of it where no schema can be meant. */
  static String last(Schema_qualified_nameContext name) {
    return of(name).name();
  }

  /** The name of a column with its relation, as OWNED BY and COMMENT ON write it. */
  static ColumnName column(Schema_qualified_nameContext name) {
    List<Identifier_reservedContext> behind = name.identifier_reserved();
    String first = of(name.identifier());
    return switch (behind.size()) {
      case 0 -> new ColumnName(Optional.empty(), first);
      case 1 -> new ColumnName(Optional.of(RelationName.of(first)), of(behind.get(0)));
      default ->
          new ColumnName(Optional.of(RelationName.of(first, of(behind.get(0)))), of(behind.get(1)));
    };
  }

  /** Names of relations or other objects, in order. */
  static List<RelationName> all(Names_referencesContext names) {
    return names.schema_qualified_name().stream().map(Names::of).toList();
  }

  /** Names of columns in parentheses, in order. */
  static List<String> columns(Names_in_parensContext names) {
    return names.names_references().schema_qualified_name().stream().map(Names::last).toList();
  }

  /** Identifiers, in order. */
  static List<String> all(List<IdentifierContext> names) {
    return names.stream().map(Names::of).toList();
  }

  /** The name of a role, {@code current_user} and its kin among them. */
  static String of(User_nameContext role) {
    return of((ParserRuleContext) role);
  }
}
