/** Tests of the import of published weights. */
@NullMarked
package dev.lookahead.launch.command.published;

import org.jspecify.annotations.NullMarked;
