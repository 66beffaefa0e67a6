@NullMarked
package dev.lookahead.sim.ros1;

import org.jspecify.annotations.NullMarked;
