/**
 * Planning over action sequences.
 *
 * <p>A planner is handed a function from candidate action sequences [N,H,A] to one cost per
 * candidate and returns a plan. It knows neither the model behind that function nor the engine
 * behind the model.
 */
@NullMarked
package dev.lookahead.planner;

import org.jspecify.annotations.NullMarked;
