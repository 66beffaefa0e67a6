/** Tests of the package of the same name. */
@NullMarked
package dev.lookahead.bridge.fault.network;

import org.jspecify.annotations.NullMarked;
