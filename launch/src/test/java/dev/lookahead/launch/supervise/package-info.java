/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.launch.supervise;

import org.jspecify.annotations.NullMarked;
