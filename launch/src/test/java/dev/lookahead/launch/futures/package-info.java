/** Tests of models that tell several futures apart, from pixels to plans. */
@NullMarked
package dev.lookahead.launch.futures;

import org.jspecify.annotations.NullMarked;
