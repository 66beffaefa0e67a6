/** Tests of the page of an evaluation. */
@NullMarked
package dev.lookahead.launch.report.page;

import org.jspecify.annotations.NullMarked;
