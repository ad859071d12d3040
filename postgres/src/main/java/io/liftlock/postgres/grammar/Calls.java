package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_name_nontypeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Vex_bContext;

/** Reads calls of functions, those that look like keywords among them. */
final class Calls {

  private Calls() {}

  /** The call; empty for a cast, which is none. */
  static Optional<Call> of(Function_callContext call) {
    Schema_qualified_name_nontypeContext name = call.schema_qualified_name_nontype();
    if (name != null) {
      return Optional.of(new Call(name(name), call.vex_or_named_notation().size()));
    }
    if (call.system_function() != null && call.system_function().cast_specification() != null) {
      return Optional.empty();
    }
    ParserRuleContext form = (ParserRuleContext) call.getChild(0);
    String keyword = form.getStart().getText().toLowerCase(Locale.ROOT);
    return Optional.of(new Call(keyword, arguments(form)));
  }

  private static String name(Schema_qualified_name_nontypeContext name) {
    return name.schema == null
        ? RelationName.quoted(Names.of(name.identifier_nontype()))
        : RelationName.quoted(Names.of(name.schema))
            + "."
            + RelationName.quoted(Names.of(name.identifier_reserved_nontype()));
  }

  private static int arguments(ParserRuleContext form) {
    int count = 0;
    for (int i = 0; i < form.getChildCount(); i++) {
      boolean value =
          form.getChild(i) instanceof VexContext || form.getChild(i) instanceof Vex_bContext;
      count += value ? 1 : 0;
    }
    return count;
  }
}
