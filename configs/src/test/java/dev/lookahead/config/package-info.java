/** Tests of the strict reader, on small records and the presets in this module's test resources. */
@NullMarked
package dev.lookahead.config;

import org.jspecify.annotations.NullMarked;
