package io.liftlock.core.sql;

import java.util.List;
import java.util.Optional;

/**
 * A migration file, read: its comments outside statements, and its sections.
 *
 * @param file the path as the user would write it
 * @param comments comment lines outside statements, in order
 * @param up the statements before any mark, or in up sections
 * @param down the statements in down sections; empty where no line began one
 */
public record ScriptFile(
    String file, List<CommentLine> comments, Script up, Optional<Script> down) {}
