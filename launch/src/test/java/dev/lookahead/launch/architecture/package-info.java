/**
 * The architecture's prohibitions, each with its reason, checked against the compiled classes of
 * every module. {@code launch} is the only module that sees all the others, so the rules live here.
 *
 * <p>A rule that the compiler, the enforcer or Error Prone can express is stated there instead; the
 * table in {@code launch/docs/build-rules.md} says which is where.
 */
@NullMarked
package dev.lookahead.launch.architecture;

import org.jspecify.annotations.NullMarked;
