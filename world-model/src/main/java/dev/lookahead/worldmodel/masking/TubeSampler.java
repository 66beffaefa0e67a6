package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws {@link TubeMasking}. The reference cuts contexts and targets of a batch down to the
 * shortest; here both lengths are known before ({@link Places#reached}) and a place that is left
 * out is left out for the whole clip. So sizes need not be shared by a step and are drawn per
 * sample.
 */
final class TubeSampler implements MaskSampler {

  private final TubeMasking masking;
  private final TokenGrid grid;
  private final List<MaskCounts> places;

  TubeSampler(TubeMasking masking, TokenGrid grid) {
    this.masking = masking;
    this.grid = grid;
    this.places = masking.kinds().stream().map(this::counts).toList();
  }

  private MaskCounts counts(TubeMasking.Kind kind) {
    BlockSize.all("scale", grid, kind.scale(), kind.aspect());
    int context =
        Places.reached("context", masking.minContext(), i -> grid.perTubelet() - count(kind, i));
    return new MaskCounts(context, 1, Places.reached("target", 1, i -> count(kind, i)));
  }

  private int count(TubeMasking.Kind kind, int draw) {
    return Places.of(hidden(kind, StepRandom.of(0, draw))).length;
  }

  @Override
  public TokenGrid grid() {
    return grid;
  }

  @Override
  public List<MaskSignature> signatures() {
    int times = grid.tubelets();
    return List.of(
        new MaskSignature(
            places.stream()
                .map(at -> new MaskCounts(times * at.context(), 1, times * at.perBlock()))
                .toList()));
  }

  @Override
  public MaskSignature signature(long seed, long step) {
    return signatures().get(0);
  }

  @Override
  public List<Mask> draw(long seed, long step, int sample) {
    RandomGenerator random = StepRandom.of(StepRandom.of(seed, step).nextLong(), sample);
    List<Mask> views = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      views.add(draw(masking.kinds().get(i), places.get(i), random));
    }
    return views;
  }

  private Mask draw(TubeMasking.Kind kind, MaskCounts kept, RandomGenerator random) {
    while (true) {
      boolean[] hidden = hidden(kind, random);
      int[] target = Places.of(hidden);
      int[] context = Places.of(inverse(hidden));
      if (context.length >= kept.context() && target.length >= kept.perBlock()) {
        return new Mask(
            tubes(Places.keep(context, kept.context(), random)),
            new int[][] {tubes(Places.keep(target, kept.perBlock(), random))});
      }
    }
  }

  private boolean[] hidden(TubeMasking.Kind kind, RandomGenerator random) {
    BlockSize size = BlockSize.draw(grid, kind.scale(), kind.aspect(), random);
    boolean[] hidden = new boolean[grid.perTubelet()];
    for (int i = 0; i < kind.blocks(); i++) {
      Block.draw(grid, size, random).mark(grid, hidden);
    }
    return hidden;
  }

  private static boolean[] inverse(boolean[] places) {
    boolean[] others = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      others[i] = !places[i];
    }
    return others;
  }

  private int[] tubes(int[] places) {
    return Places.throughTime(places, grid.tubelets(), grid.perTubelet());
  }
}
