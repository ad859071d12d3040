package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.FieldForm;
import java.util.Map;
import java.util.Set;

/**
 * Writes values in the form that a type's receive function reads, where that form is simple enough
 * to be made here. It spares the server the parsing, which is most of what COPY takes.
 */
final class BinaryFields {

  /** The built-in types that each form can be written into. */
  private static final Map<FieldForm, Set<String>> TYPES =
      Map.of(
          FieldForm.INTEGER,
          Set.of("pg_catalog.int8", "pg_catalog.int4", "pg_catalog.int2", "pg_catalog.bool"),
          FieldForm.REAL,
          Set.of("pg_catalog.float8", "pg_catalog.float4"),
          FieldForm.TEXT,
          Set.of(
              "pg_catalog.text",
              "pg_catalog.varchar",
              "pg_catalog.bpchar",
              "pg_catalog.name",
              "pg_catalog.json",
              "pg_catalog.jsonb",
              "pg_catalog.xml",
              "pg_catalog.numeric",
              "pg_catalog.timestamp",
              "pg_catalog.timestamptz",
              "pg_catalog.date",
              "pg_catalog.uuid"),
          FieldForm.BYTES,
          Set.of("pg_catalog.bytea"));

  private final CopyStream out;
  private final ServerReading server;

  /**
   * @param server reads what is not written in the usual way
   */
  BinaryFields(CopyStream out, ServerReading server) {
    this.out = out;
    this.server = server;
  }

  /** Whether values of this form can be written into a column. */
  static boolean canWrite(TypedColumn column, FieldForm form) {
    if (column.array()) {
      return false;
    }
    boolean labelled = column.kind() == 'e' || isCitext(column);
    return TYPES.getOrDefault(form, Set.of()).contains(column.base())
        || (form == FieldForm.TEXT && labelled);
  }

  private static boolean isCitext(TypedColumn column) {
    return !column.builtIn() && column.base().endsWith(".citext");
  }

  /** What writes values of this form into a column that can take them. */
  FieldWriter of(TypedColumn column, Misfits misfits) {
    return switch (column.base()) {
      case "pg_catalog.int8", "pg_catalog.float8" ->
          (FieldWriter.Brief)
              (bytes, at, length) -> {
                out.putInt(Long.BYTES);
                out.putLong(Values.number(bytes, at, length));
              };
      case "pg_catalog.int4" -> int4(misfits);
      case "pg_catalog.int2" -> int2(misfits);
      case "pg_catalog.bool" -> bool(misfits);
      case "pg_catalog.float4" -> float4(misfits);
      case "pg_catalog.numeric" -> new NumericText(out, misfits);
      case "pg_catalog.timestamp" ->
          new UsualText(out, server, misfits, "timestamp_send", InstantText::timestamp);
      case "pg_catalog.timestamptz" ->
          new UsualText(out, server, misfits, "timestamptz_send", InstantText::timestamptz);
      case "pg_catalog.date" -> new UsualText(out, server, misfits, "date_send", InstantText::date);
      case "pg_catalog.uuid" -> new UsualText(out, server, misfits, "uuid_send", UuidText::uuid);
      // The number of the binary form's version comes first.
      case "pg_catalog.jsonb" -> new Unchanged(out, 1);
      // The receive function takes the text itself, in the client's encoding, or the bytes.
      default -> new Unchanged(out, 0);
    };
  }

  private FieldWriter.Brief int4(Misfits misfits) {
    return (bytes, at, length) -> {
      long value = Values.number(bytes, at, length);
      misfits.unless(value == (int) value, "a whole number is too large");
      out.putInt(Integer.BYTES);
      out.putInt((int) value);
    };
  }

  private FieldWriter.Brief int2(Misfits misfits) {
    return (bytes, at, length) -> {
      long value = Values.number(bytes, at, length);
      misfits.unless(value == (short) value, "a whole number is too large");
      out.putInt(Short.BYTES);
      out.putShort((int) value);
    };
  }

  private FieldWriter.Brief bool(Misfits misfits) {
    return (bytes, at, length) -> {
      long value = Values.number(bytes, at, length);
      misfits.unless((value & 1) == value, "a whole number is neither 0 nor 1");
      out.putInt(1);
      out.putByte((int) value);
    };
  }

  private FieldWriter.Brief float4(Misfits misfits) {
    return (bytes, at, length) -> {
      double value = Double.longBitsToDouble(Values.number(bytes, at, length));
      float less = (float) value;
      misfits.unless(Float.isInfinite(less) == Double.isInfinite(value), "a number is too large");
      out.putInt(Float.BYTES);
      out.putInt(Float.floatToRawIntBits(less));
    };
  }

  /**
   * Values whose bytes stay as they are.
   *
   * @param version what stands before them in one byte; 0 for nothing
   */
  private record Unchanged(CopyStream out, int version) implements FieldWriter {

    @Override
    public void whole(byte[] bytes, int offset, int length) {
      begin(length);
      out.write(bytes, offset, length);
    }

    @Override
    public void begin(int length) {
      if (version == 0) {
        out.putInt(length);
      } else {
        out.putInt(length + 1);
        out.putByte(version);
      }
    }

    @Override
    public void piece(byte[] bytes, int offset, int length) {
      out.write(bytes, offset, length);
    }

    @Override
    public void end() {
      // The length has said it.
    }
  }
}
