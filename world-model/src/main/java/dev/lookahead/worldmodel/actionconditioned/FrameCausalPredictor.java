package dev.lookahead.worldmodel.actionconditioned;

import dev.lookahead.worldmodel.layer.KeyValues;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.Rotation;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.TokenGroups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The action-conditioned predictor of V-JEPA 2-AC (Assran et al. 2025, section 3.1; {@code
 * src/models/ac_predictor.py} of the reference). Each step is a group of tokens: the action, the
 * state of the robot, where the camera stands if that is told, then the patches of its frame.
 * Attention is causal by group. Patches turn with time, row and column; the other tokens with time
 * alone.
 *
 * @param picture the patches of one step, a grid of one tubelet
 * @param tokenWidth the extent of the encoder's tokens D
 * @param actionWidth the numbers of an action and of a state A; 7 in the paper: change of pose and
 *     gripper, pose and gripper
 * @param extrinsics whether the model is told where the camera stands, in actionWidth - 1 numbers
 * @param blocks what reads the tokens; its width is the predictor's
 */
public record FrameCausalPredictor(
    TokenGrid picture, int tokenWidth, int actionWidth, boolean extrinsics, Transformer blocks) {

  /** Checks the extents. */
  public FrameCausalPredictor {
    if (picture.tubelets() != 1) {
      throw new IllegalArgumentException(
          "the patches of one step are a grid of 1 tubelet, got " + picture.tubelets());
    }
    if (tokenWidth < 1 || actionWidth < 1 || (extrinsics && actionWidth < 2)) {
      throw new IllegalArgumentException(
          "tokenWidth and actionWidth are at least 1, and 2 numbers of an action with extrinsics,"
              + " got "
              + tokenWidth
              + " and "
              + actionWidth);
    }
  }

  /** The same predictor on other patches; it takes the same weights. */
  public FrameCausalPredictor at(TokenGrid other) {
    return new FrameCausalPredictor(other, tokenWidth, actionWidth, extrinsics, blocks);
  }

  /**
   * {@code input}, {@code action}, {@code state}, {@code extrinsics}, {@code blocks}, {@code norm},
   * {@code output}.
   */
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add("input.", input().parameters())
            .add("action.", signal().parameters())
            .add("state.", signal().parameters());
    if (extrinsics) {
      parameters.add("extrinsics.", camera().parameters());
    }
    return parameters.add("", blocks.parameters()).add("output.", output().parameters()).list();
  }

  /**
   * The tokens of the next step, for every step.
   *
   * @param tokens of the frames seen, each normalised as in {@link
   *     dev.lookahead.worldmodel.token.VideoTransformer#encodeStills} [B, T, patches, D]
   * @param actions what is done at each step [B, T, A]
   * @param states of the robot at each step [B, T, A]
   * @param cameras where the camera stands at each step [B, T, A - 1]; exactly if {@code
   *     extrinsics}
   * @return what is seen after each step [B, T, patches, D]
   */
  public <T> T apply(
      TensorOps<T> ops, Weights<T> weights, T tokens, T actions, T states, @Nullable T cameras) {
    if (extrinsics != (cameras != null)) {
      throw new IllegalArgumentException(
          extrinsics
              ? "this predictor is told where the camera stands, got nothing"
              : "this predictor is not told where the camera stands, got it");
    }
    int steps = ops.shape(tokens).size(1);
    T sequence = sequence(ops, weights, tokens, actions, states, cameras);
    T mask = steps == 1 ? null : ops.constant(groups().causalMask(steps));
    T read =
        blocks.apply(
            ops, weights, sequence, groups().rotations(blocks.headWidth(), steps).all(ops), mask);
    return written(ops, weights, read);
  }

  /**
   * Reads steps that follow on others, without extrinsics.
   *
   * @param tokens of the steps [B, T, patches, D]; one step, or the first ones of all
   * @param actions [B, T, A]
   * @param states [B, T, A]
   * @param first the index of the first of these steps in the whole sequence
   * @param earlier what the steps before them offer; empty for the first ones of all
   * @return what was read, for {@link #written}, and what all steps so far offer
   */
  <T> Transformer.Continued<T> read(
      TensorOps<T> ops,
      Weights<T> weights,
      T tokens,
      T actions,
      T states,
      int first,
      List<KeyValues<T>> earlier) {
    int steps = ops.shape(tokens).size(1);
    T sequence = sequence(ops, weights, tokens, actions, states, null);
    T mask = steps == 1 ? null : ops.constant(groups().causalMask(steps));
    Rotation<T> rotation = groups().rotations(blocks.headWidth(), first, steps).all(ops);
    return blocks.continued(ops, weights, sequence, rotation, mask, earlier);
  }

  /** The patches predicted after each step [B, T, patches, D], from the tokens read. */
  <T> T written(TensorOps<T> ops, Weights<T> weights, T read) {
    Shape shape = ops.shape(read);
    T byStep =
        ops.reshape(
            read, shape.size(0), shape.size(1) / groups().size(), groups().size(), blocks.width());
    T patches = ops.slice(byStep, 2, conditions(), groups().size());
    return output().apply(ops, weights.under("output."), patches);
  }

  /** The groups of all steps one after another [B, T groupSize, width]. */
  private <T> T sequence(
      TensorOps<T> ops, Weights<T> weights, T tokens, T actions, T states, @Nullable T cameras) {
    Shape shape = ops.shape(tokens);
    List<T> group = new ArrayList<>();
    group.add(alone(ops, signal().apply(ops, weights.under("action."), actions)));
    group.add(alone(ops, signal().apply(ops, weights.under("state."), states)));
    if (cameras != null) {
      group.add(alone(ops, camera().apply(ops, weights.under("extrinsics."), cameras)));
    }
    group.add(input().apply(ops, weights.under("input."), tokens));
    return ops.reshape(
        ops.concat(group, 2), shape.size(0), shape.size(1) * groups().size(), blocks.width());
  }

  /** [B, T, width] to [B, T, 1, width]. */
  private <T> T alone(TensorOps<T> ops, T signal) {
    Shape shape = ops.shape(signal);
    return ops.reshape(signal, shape.size(0), shape.size(1), 1, blocks.width());
  }

  private int conditions() {
    return extrinsics ? 3 : 2;
  }

  private TokenGroups groups() {
    return new TokenGroups(conditions(), picture);
  }

  private Linear input() {
    return new Linear(tokenWidth, blocks.width());
  }

  private Linear signal() {
    return new Linear(actionWidth, blocks.width());
  }

  private Linear camera() {
    return new Linear(actionWidth - 1, blocks.width());
  }

  private Linear output() {
    return new Linear(blocks.width(), tokenWidth);
  }
}
