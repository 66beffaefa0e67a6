/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.bridge.runlog;

import org.jspecify.annotations.NullMarked;
