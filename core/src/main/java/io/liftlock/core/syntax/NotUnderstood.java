package io.liftlock.core.syntax;

/**
 * Why a text could not be read.
 *
 * @param at 0-based offset of the character at which the grammar gave up, in the statement's text
 * @param message what was expected there, in one sentence without a full stop
 */
public record NotUnderstood(int at, String message) {}
