package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names one row.
 *
 * @param rowid its number; null in tables without
 * @param key its primary key as text; empty where it has a number
 * @param values the same as SQLite has it: numbers, texts and arrays of bytes
 */
record RowName(@Nullable Long rowid, Key key, List<@Nullable Object> values) {}
