/** Tests of figures on pages and as pictures. */
@NullMarked
package dev.lookahead.launch.report.figure;

import org.jspecify.annotations.NullMarked;
