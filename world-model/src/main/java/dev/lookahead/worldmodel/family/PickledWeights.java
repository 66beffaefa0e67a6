package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * PyTorch's own files are pickles: programs that run when they are read. They are refused with the
 * command that turns one into numbers alone.
 */
final class PickledWeights {

  private static final List<String> ENDINGS =
      List.of(".pt", ".pth", ".bin", ".ckpt", ".pkl", ".tar");

  private PickledWeights() {}

  /**
   * Does nothing to files of another name.
   *
   * @throws CheckpointException if the name is that of a pickle
   */
  static void refuse(Path file) {
    String name = String.valueOf(file.getFileName());
    if (ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new CheckpointException(
          file,
          "a pickle can run any program when it is read and is not opened here; convert it where"
              + " you trust it:\n  "
              + command(file, file.resolveSibling("model.safetensors")));
    }
  }

  /** Nested dictionaries become dotted names; whatever is no tensor stays behind. */
  private static String command(Path from, Path to) {
    return "python -c \"import torch; from safetensors.torch import save_file; "
        + "d = torch.load('"
        + quoted(from)
        + "', map_location='cpu', weights_only=True); "
        + "f = lambda p, x: {p[1:]: x.contiguous().clone()} if torch.is_tensor(x) else "
        + "{k: v for n, y in x.items() for k, v in f(f'{p}.{n}', y).items()} "
        + "if isinstance(x, dict) else {}; save_file(f('', d), '"
        + quoted(to)
        + "')\"";
  }

  /** A path inside single quotes of Python inside double quotes of a shell. */
  private static String quoted(Path file) {
    return file.toString().replaceAll("[\\\\'\"$`!]", "?");
  }
}
