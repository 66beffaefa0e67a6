/**
 * Writes one Java class for each {@code .msg} file, and three for each {@code .srv} file, while the
 * project is built. Not needed at run time.
 */
@NullMarked
package dev.lookahead.bridge.ros1.message.generator;

import org.jspecify.annotations.NullMarked;
