/**
 * LeWorldModel (Maes et al. 2026, arXiv 2603.19312) as published: its architecture in this
 * project's terms, and its weights from the reference's keys. Reproducing its numbers is how the
 * models here are known to compute what the literature says.
 */
@NullMarked
package dev.lookahead.worldmodel.lewm;

import org.jspecify.annotations.NullMarked;
