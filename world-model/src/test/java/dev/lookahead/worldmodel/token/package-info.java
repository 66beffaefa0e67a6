/** Tests of patch tokens. */
@NullMarked
package dev.lookahead.worldmodel.token;

import org.jspecify.annotations.NullMarked;
