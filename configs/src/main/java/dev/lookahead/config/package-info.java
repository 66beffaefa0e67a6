/**
 * Reads configuration files into the settings records of other modules.
 *
 * <p>The only package that knows YAML. It works on any tree of records by reflection and therefore
 * depends on no other module. A setting is a record component; its default is the value in the
 * record's {@code static R defaults()}; its allowed range is checked in the record's compact
 * constructor, which throws {@link java.lang.IllegalArgumentException} naming the setting, the
 * value found and the range allowed. Nothing else has to be written to make it readable:
 *
 * <pre>{@code
 * public record TrainConfig(int steps, Duration saveEvery, EncoderConfig encoder) {
 *   public TrainConfig {
 *     if (steps < 1) throw new IllegalArgumentException("steps is at least 1, got " + steps);
 *   }
 *   public static TrainConfig defaults() {
 *     return new TrainConfig(3000, Duration.ofMinutes(5), VisionTransformerConfig.defaults());
 *   }
 * }
 *
 * ConfigLoader loader = ConfigLoader.bundled();
 * TrainConfig config = loader.load("experiment", "two-room", List.of("steps=100"), TrainConfig.class);
 * String resolved = ConfigText.yaml(config);
 * }</pre>
 *
 * <p>What a file may say:
 *
 * <ul>
 *   <li>Keys are the component names, spelled as in Java. A key that is left out keeps its default.
 *   <li>{@code extends: base} starts from another preset and changes only the keys that follow. It
 *       works in the file and in every nested mapping.
 *   <li>{@code encoder: vit-tiny} where a record is expected means the preset {@code
 *       encoder/vit-tiny.yaml}: the folder carries the name of the component. Inside a list the
 *       folder is the list's component.
 *   <li>{@code type: cem} picks the record of a sealed interface: the record's name in kebab case,
 *       without the words it shares with the interface ({@code CemConfig} of {@code PlannerConfig}
 *       is {@code cem}).
 *   <li>Durations have a unit: {@code 20ms}, {@code 1.5s}, {@code 10min}. Enums are written in any
 *       case. {@code null} empties an {@link java.util.Optional}.
 * </ul>
 *
 * <p>What a scalar means is decided by the type that expects it and never guessed from its looks,
 * so {@code name: no} is the text "no" and {@code 010} is refused instead of becoming eight.
 * Unknown and repeated keys, anchors, tags, files above 1 MiB and nesting deeper than 32 are
 * refused. All problems of a configuration are reported together, each with its key, file and line.
 */
@NullMarked
package dev.lookahead.config;

import org.jspecify.annotations.NullMarked;
