/**
 * Messages of types that this build does not know: their definition comes as text, from a
 * publisher's connection header, a recording or a file, while the program runs.
 *
 * <p>For tools and mappings named in settings. Code that knows its types uses the generated
 * classes, which are faster and checked by the compiler.
 */
@NullMarked
package dev.lookahead.bridge.ros1.message.dynamic;

import org.jspecify.annotations.NullMarked;
