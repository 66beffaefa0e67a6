/**
 * The verbs of {@code lookahead}, one class each.
 *
 * <p>A verb is a picocli command that extends {@link dev.lookahead.launch.command.Verb}: its
 * options are annotated fields, {@code run()} does the work and returns an {@link
 * dev.lookahead.launch.terminal.ExitCode}, and it throws what goes wrong. It gets everything from
 * its {@link dev.lookahead.launch.command.LaunchContext}: the terminal, the clock, the presets, the
 * wish to stop. {@link dev.lookahead.launch.Main} lists the verbs. A verb that reads a
 * configuration mixes in {@link dev.lookahead.launch.command.Configuration}:
 *
 * <pre>{@code
 * @Command(name = "train", description = "Trains a world model from recorded episodes.",
 *     footer = {"", "Examples:", "  lookahead train two-room training.steps=100"})
 * public final class TrainCommand extends Verb {
 *   @Mixin private final Configuration configuration = new Configuration("experiment");
 *
 *   public TrainCommand(LaunchContext context) { super(context); }
 *
 *   @Override
 *   protected ExitCode run() throws IOException {
 *     TrainConfig config = configuration.load(context().presets(), TrainConfig.class);
 *     if (configuration.printed(config, context().terminal())) return ExitCode.OK;
 *     try (RunFolder run = configuration.start("train", config, seeds, context())) { ... }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.lookahead.launch.command;

import org.jspecify.annotations.NullMarked;
