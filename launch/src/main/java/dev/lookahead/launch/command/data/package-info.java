/** The verbs below {@code lookahead data}: recordings in and out. */
@NullMarked
package dev.lookahead.launch.command.data;

import org.jspecify.annotations.NullMarked;
