/** Tests of the verbs. */
@NullMarked
package dev.lookahead.launch.command;

import org.jspecify.annotations.NullMarked;
