/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.sim.fault;

import org.jspecify.annotations.NullMarked;
