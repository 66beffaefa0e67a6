/** Tests of the parts of models. */
@NullMarked
package dev.lookahead.worldmodel.layer;

import org.jspecify.annotations.NullMarked;
