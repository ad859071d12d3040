/**
 * What is asked of linting and what it answers, and the parts that find the files. Nothing here
 * opens a database.
 */
@NullMarked
package io.liftlock.runtime.lint;

import org.jspecify.annotations.NullMarked;
