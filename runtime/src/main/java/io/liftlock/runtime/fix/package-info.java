/** What is asked of fixing and what it answers. Nothing here reads or writes a file. */
@NullMarked
package io.liftlock.runtime.fix;

import org.jspecify.annotations.NullMarked;
