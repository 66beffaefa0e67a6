/**
 * What each choice of a pretraining is worth: the same data, one choice changed at a time, and
 * every encoder asked by the same probes what it knows.
 */
@NullMarked
package dev.lookahead.launch.ablation;

import org.jspecify.annotations.NullMarked;
