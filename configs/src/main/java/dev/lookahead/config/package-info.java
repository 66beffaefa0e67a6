/**
 * Reads configuration files into the settings records of other modules.
 *
 * <p>The only package that knows YAML. It works on any record by reflection and therefore depends
 * on no other module.
 */
@NullMarked
package dev.lookahead.config;

import org.jspecify.annotations.NullMarked;
