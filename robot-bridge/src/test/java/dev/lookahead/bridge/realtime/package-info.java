/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.bridge.realtime;

import org.jspecify.annotations.NullMarked;
