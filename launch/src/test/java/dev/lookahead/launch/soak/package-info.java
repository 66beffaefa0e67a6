/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.launch.soak;

import org.jspecify.annotations.NullMarked;
