/** Tests of the package of the same name. */
@NullUnmarked
package dev.lookahead.bridge.ros1.master;

import org.jspecify.annotations.NullUnmarked;
