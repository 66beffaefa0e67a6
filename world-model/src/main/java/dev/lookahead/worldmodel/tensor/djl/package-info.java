/**
 * The eager interpreter: every operation of {@link dev.lookahead.worldmodel.tensor.TensorOps} runs
 * at once on a DJL {@code NDArray}, with PyTorch's autograd for training. It is the oracle the
 * other interpreters are compared with.
 *
 * <p>Native memory: parameters live in a manager that is capped after loading; inputs and results
 * of the caller live in an exchange manager; everything else lives in the sub-manager of one call
 * and dies with it. An array that would climb out of a call is an exception, not a leak.
 */
@NullMarked
package dev.lookahead.worldmodel.tensor.djl;

import org.jspecify.annotations.NullMarked;
