/**
 * The statistics in which results are reported: estimates with intervals, never bare numbers. Plain
 * Java; what a textbook algorithm can do comes from Hipparchus.
 */
@NullMarked
package dev.lookahead.worldmodel.statistics;

import org.jspecify.annotations.NullMarked;
