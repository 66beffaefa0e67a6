/** Tests of published models. */
@NullMarked
package dev.lookahead.worldmodel.family;

import org.jspecify.annotations.NullMarked;
