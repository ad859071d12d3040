package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RenameComment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenamesTest {

  private final Problems problems = new Problems();

  /** A schema of tables, each written {@code table column column}. */
  private static Schema schema(String... tables) {
    return Schema.of(
        Dialect.POSTGRES,
        "18.6",
        Stream.of(tables).flatMap(RenamesTest::objects).toList(),
        List.of());
  }

  private static Stream<SchemaObject> objects(String table) {
    String[] words = table.split(" ");
    return Stream.concat(
            Stream.of(ObjectId.of(ObjectKind.TABLE, "public", words[0])),
            Stream.of(words)
                .skip(1)
                .map(column -> ObjectId.of(ObjectKind.COLUMN, "public", words[0], column)))
        .map(id -> SchemaObject.builder(id).build());
  }

  private List<String> renames(Schema from, Schema to, String... options) {
    Renames renames = new Renames(from, to, problems);
    List.of(options).forEach(renames::option);
    return shown(renames);
  }

  private static List<String> shown(Renames renames) {
    return renames.all().stream()
        .map(rename -> rename.from() + " -> " + rename.to().qualified())
        .toList();
  }

  @Test
  void aColumnIsNamedWithItsTable() {
    assertThat(renames(schema("users id mail"), schema("users id email"), "users.mail=users.email"))
        .containsExactly("column public.users.mail -> public.users.email");
    assertThat(renames(schema("users id mail"), schema("users id email"), "users.mail=email"))
        .containsExactly("column public.users.mail -> public.users.email");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aTableTakesItsColumnsAlong() {
    assertThat(
            renames(
                schema("people id mail"),
                schema("users id email"),
                "people=users",
                "users.mail=users.email"))
        .containsExactly(
            "table public.people -> public.users",
            "column public.users.mail -> public.users.email");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void whatIsThereUnderBothNamesIsNotRenamed() {
    assertThat(renames(schema("a x"), schema("a x y"), "a.x=a.y")).isEmpty();
    assertThat(problems.errors())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.RENAME_INVALID);
  }

  @Test
  void aMisspeltNameIsAnErrorWithWhatWasMeant() {
    assertThat(renames(schema("users mail"), schema("users email"), "users.mial=users.email"))
        .isEmpty();
    assertThat(problems.errors().get(0).message()).contains("did you mean users.mail?");
  }

  @Test
  void aCommentMayStayWhenItIsDone() {
    List<RenameComment> comments =
        RenameComment.in(
            Dialect.POSTGRES,
            """
            -- renamed from: people
            CREATE TABLE users (
              email text -- renamed from: mail
            );
            """);
    Schema model = schema("users email");
    Renames first = new Renames(schema("people mail"), model, problems);
    comments.forEach(comment -> first.comment(comment, "schema.sql"));
    assertThat(shown(first))
        .containsExactly(
            "table public.people -> public.users",
            "column public.users.mail -> public.users.email");
    Renames again = new Renames(model, model, problems);
    comments.forEach(comment -> again.comment(comment, "schema.sql"));
    assertThat(again.all()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }
}
