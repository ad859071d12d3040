package io.liftlock.core.sql;

/**
 * One line of a comment that stands outside any statement.
 *
 * @param text the line without the comment signs and outer white space
 * @param raw the line as written, without its line end
 * @param line 1-based line in the file
 * @param column 1-based column of the first character of the text
 * @param section the section of the file it stands in
 */
public record CommentLine(String text, String raw, int line, int column, Section section) {}
