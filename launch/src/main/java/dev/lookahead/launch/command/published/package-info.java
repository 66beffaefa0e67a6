/**
 * {@code lookahead import}: published weights become bundles.
 *
 * <p>{@link dev.lookahead.launch.command.published.ImportCommand} asks what the folder is of. A
 * family of encoders becomes an {@link dev.lookahead.launch.command.published.EncoderImport}, one
 * that can be planned with a {@link dev.lookahead.launch.command.published.WorldModelImport}; each
 * takes of the {@link dev.lookahead.launch.command.published.ImportOptions} what it knows and
 * refuses the rest.
 */
@NullMarked
package dev.lookahead.launch.command.published;

import org.jspecify.annotations.NullMarked;
