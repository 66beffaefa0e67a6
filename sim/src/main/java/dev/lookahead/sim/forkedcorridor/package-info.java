/**
 * A corridor that forks, with a lift at the fork: a coin that no camera sees decides whether who
 * drives on to it comes out in the upper or in the lower branch.
 *
 * <p>From pictures and actions alone the future behind the fork is one of two. Their mean lies in
 * the wall between the branches, where nothing ever is: a model that predicts means is wrong here,
 * however long it was trained (LeCun 2022, "A path towards autonomous machine intelligence",
 * section 4.2).
 */
@NullMarked
package dev.lookahead.sim.forkedcorridor;

import org.jspecify.annotations.NullMarked;
