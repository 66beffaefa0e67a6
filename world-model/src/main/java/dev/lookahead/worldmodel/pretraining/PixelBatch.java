package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.masking.Mask;
import dev.lookahead.worldmodel.masking.MaskCounts;
import dev.lookahead.worldmodel.masking.MaskSignature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** B samples with their masks, allocated once and refilled. Owned by one thread at a time. */
public final class PixelBatch {

  private final int size;
  private final ByteBuffer frames;
  private MaskSignature signature;
  private final List<int[]> contexts = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();

  /**
   * Allocates room.
   *
   * @param size samples B, at least two
   * @param signature any; {@link #begin} replaces it
   */
  PixelBatch(PixelForm form, int size, MaskSignature signature) {
    long bytes = (long) size * form.bytes();
    if (size < 2 || bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "batch must be at least 2 and at most 2 GiB of pixels, got %d samples of %s"
              .formatted(size, form));
    }
    this.size = size;
    this.frames = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    this.signature = signature;
  }

  /** Empties it for samples of a signature. */
  void begin(MaskSignature next) {
    frames.clear();
    signature = next;
    contexts.clear();
    targets.clear();
    for (MaskCounts view : next.views()) {
      contexts.add(new int[size * view.context()]);
      targets.add(new int[size * view.targets()]);
    }
  }

  /** Where the next sample's pixels go. */
  ByteBuffer pixels() {
    return frames;
  }

  /** Sets the masks of a sample, one per view. */
  void mask(int sample, List<Mask> masks) {
    for (int view = 0; view < masks.size(); view++) {
      Mask mask = masks.get(view);
      MaskCounts counts = signature.views().get(view);
      int[] context = mask.context();
      System.arraycopy(context, 0, contexts.get(view), sample * counts.context(), context.length);
      for (int block = 0; block < mask.blocks(); block++) {
        int[] target = mask.target(block);
        int at = sample * counts.targets() + block * counts.perBlock();
        System.arraycopy(target, 0, targets.get(view), at, target.length);
      }
    }
  }

  /** The number of samples B. */
  int size() {
    return size;
  }

  /** How many tokens its masks have. */
  MaskSignature signature() {
    return signature;
  }

  /** Pixels, uint8 [B, T, H, W, 3]: a fresh view of all of them. */
  ByteBuffer frames() {
    return frames.duplicate().clear();
  }

  /** Visible tokens of a view, [B, context]. */
  int[] context(int view) {
    return contexts.get(view);
  }

  /** Target tokens of a view, [B, blocks perBlock]. */
  int[] targets(int view) {
    return targets.get(view);
  }
}
