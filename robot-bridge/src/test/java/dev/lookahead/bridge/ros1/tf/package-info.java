/** Tests of the package of the same name. */
@NullUnmarked
package dev.lookahead.bridge.ros1.tf;

import org.jspecify.annotations.NullUnmarked;
