package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws {@link RandomMasking}. */
final class RandomSampler implements MaskSampler {

  private final TokenGrid grid;
  private final int hidden;

  RandomSampler(RandomMasking masking, TokenGrid grid) {
    this.grid = grid;
    this.hidden = (int) Math.round(masking.hidden() * grid.perTubelet());
    if (hidden < 1 || hidden >= grid.perTubelet()) {
      throw new IllegalArgumentException(
          "hiding %s of %d x %d places hides %d and leaves a context of %d, both must be at least 1"
              .formatted(
                  masking.hidden(),
                  grid.rows(),
                  grid.columns(),
                  hidden,
                  grid.perTubelet() - hidden));
    }
  }

  @Override
  public TokenGrid grid() {
    return grid;
  }

  @Override
  public List<MaskSignature> signatures() {
    int times = grid.tubelets();
    int seen = grid.perTubelet() - hidden;
    return List.of(new MaskSignature(List.of(new MaskCounts(times * seen, 1, times * hidden))));
  }

  @Override
  public MaskSignature signature(long seed, long step) {
    return signatures().get(0);
  }

  @Override
  public List<Mask> draw(long seed, long step, int sample) {
    RandomGenerator random = StepRandom.of(StepRandom.of(seed, step).nextLong(), sample);
    int[] all = IntStream.range(0, grid.perTubelet()).toArray();
    int[] target = Places.keep(all, hidden, random);
    int[] context =
        Arrays.stream(all).filter(place -> Arrays.binarySearch(target, place) < 0).toArray();
    return List.of(new Mask(tubes(context), new int[][] {tubes(target)}));
  }

  private int[] tubes(int[] places) {
    return Places.throughTime(places, grid.tubelets(), grid.perTubelet());
  }
}
