/**
 * In which form the values of a column travel between two kinds of databases. Pure: nothing here
 * looks at a value.
 */
@NullMarked
package io.liftlock.engine.transfer.form;

import org.jspecify.annotations.NullMarked;
