/** Tests of the package of the same name. */
@NullUnmarked
package dev.lookahead.bridge.ros2.message;

import org.jspecify.annotations.NullUnmarked;
