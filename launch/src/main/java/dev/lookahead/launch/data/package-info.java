/** What {@code lookahead data} does with recordings: tables, conversions, pictures. */
@NullMarked
package dev.lookahead.launch.data;

import org.jspecify.annotations.NullMarked;
