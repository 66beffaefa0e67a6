package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws {@link MultiBlockMasking}: the sizes of target and context blocks once per step, as the
 * reference's collator does, their places once per sample. All places are alike: the reference's
 * {@code randint(0, H - h)} never reaches the last row and column.
 */
final class MultiBlockSampler implements MaskSampler {

  private static final Range SQUARE = new Range(1, 1);

  private final MultiBlockMasking masking;
  private final TokenGrid grid;
  private final Map<Sizes, MaskSignature> signatures = new LinkedHashMap<>();

  private record Sizes(BlockSize target, BlockSize context) {}

  MultiBlockSampler(MultiBlockMasking masking, TokenGrid grid) {
    if (grid.tubelets() != 1) {
      throw new IllegalArgumentException(
          "multi-block masks are for pictures, one tubelet, got %d; hide tubes in a clip"
              .formatted(grid.tubelets()));
    }
    this.masking = masking;
    this.grid = grid;
    List<BlockSize> contexts = BlockSize.all("contextScale", grid, masking.contextScale(), SQUARE);
    for (BlockSize target :
        BlockSize.all("targetScale", grid, masking.targetScale(), masking.targetAspect())) {
      for (BlockSize context : contexts) {
        Sizes sizes = new Sizes(target, context);
        int kept =
            Places.reached(
                "context",
                masking.minContext(),
                i -> anywhere(sizes, StepRandom.of(0, i)).visible());
        signatures.put(
            sizes,
            new MaskSignature(List.of(new MaskCounts(kept, masking.targets(), target.tokens()))));
      }
    }
  }

  @Override
  public TokenGrid grid() {
    return grid;
  }

  @Override
  public List<MaskSignature> signatures() {
    return signatures.values().stream().distinct().toList();
  }

  @Override
  public MaskSignature signature(long seed, long step) {
    return Objects.requireNonNull(signatures.get(sizes(StepRandom.of(seed, step))));
  }

  @Override
  public List<Mask> draw(long seed, long step, int sample) {
    SplittableRandom ofStep = StepRandom.of(seed, step);
    Sizes sizes = sizes(ofStep);
    RandomGenerator random = StepRandom.of(ofStep.nextLong(), sample);
    int kept = Objects.requireNonNull(signatures.get(sizes)).views().get(0).context();
    Mask drawn = anywhere(sizes, random);
    while (drawn.visible() < kept) {
      drawn = anywhere(sizes, random);
    }
    return List.of(drawn.keeping(kept, random));
  }

  private Sizes sizes(RandomGenerator random) {
    return new Sizes(
        BlockSize.draw(grid, masking.targetScale(), masking.targetAspect(), random),
        BlockSize.draw(grid, masking.contextScale(), SQUARE, random));
  }

  /** Blocks of one draw, whatever they leave of the context. */
  private Mask anywhere(Sizes sizes, RandomGenerator random) {
    boolean[] hidden = new boolean[grid.tokens()];
    int[][] targets = new int[masking.targets()][];
    for (int i = 0; i < targets.length; i++) {
      boolean[] target = new boolean[grid.tokens()];
      Block block = Block.draw(grid, sizes.target(), random);
      block.mark(grid, target);
      block.mark(grid, hidden);
      targets[i] = Places.of(target);
    }
    boolean[] seen = new boolean[grid.tokens()];
    Block.draw(grid, sizes.context(), random).mark(grid, seen);
    int[] context = Arrays.stream(Places.of(seen)).filter(place -> !hidden[place]).toArray();
    return new Mask(context, targets);
  }
}
