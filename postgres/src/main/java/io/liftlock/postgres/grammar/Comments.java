package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Comment;
import io.liftlock.core.syntax.ObjectType;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Comment_member_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Comment_on_statementContext;

/** Reads COMMENT ON. */
final class Comments {

  private Comments() {}

  /** COMMENT ON. */
  static Command of(Comment_on_statementContext node, Source source) {
    Comment_member_objectContext object = node.comment_member_object();
    ObjectType type = ObjectTypes.of(Words.leading(object));
    if (type == ObjectType.COLUMN) {
      ColumnName column = Names.column(object.name);
      return new Comment(
          type, column.relation().orElse(RelationName.of("")), Optional.of(column.column()));
    }
    if (object.table_name != null) {
      return new Comment(
          type, Names.of(object.table_name), Optional.of(Names.of(object.identifier())));
    }
    return new Comment(type, name(object, source), Optional.empty());
  }

  /** The object's name; of one without a name, such as a cast, what is written. */
  private static RelationName name(Comment_member_objectContext object, Source source) {
    if (object.name != null) {
      return Names.of(object.name);
    }
    return object.identifier() == null
        ? RelationName.of(source.text(object))
        : RelationName.of(Names.of(object.identifier()));
  }
}
