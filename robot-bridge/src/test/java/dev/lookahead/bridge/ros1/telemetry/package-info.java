/** Tests of what a graph is told about a loop. */
@NullMarked
package dev.lookahead.bridge.ros1.telemetry;

import org.jspecify.annotations.NullMarked;
