/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.launch.processfault;

import org.jspecify.annotations.NullMarked;
