/** A world and a model of it in plain Java, to plan in without an engine. */
@NullMarked
package dev.lookahead.planner.toy;

import org.jspecify.annotations.NullMarked;
