/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.sim.robot;

import org.jspecify.annotations.NullMarked;
