/** Tests of planners in processes of their own; the processes are threads here. */
@NullMarked
package dev.lookahead.bridge.isolated;

import org.jspecify.annotations.NullMarked;
