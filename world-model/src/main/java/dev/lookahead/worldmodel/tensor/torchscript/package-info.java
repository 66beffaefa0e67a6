/**
 * The fast interpreter: a model is traced once into TorchScript source text, packed with its
 * parameters into an archive by plain Java, and loaded by libtorch through DJL. A whole rollout or
 * training step is then one call.
 *
 * <p>The archive is what {@code torch.jit.save} would write (a stored zip holding a pickle of the
 * module's state, the source and the raw tensors); Python can load it too. Nothing of Python is
 * needed to write it.
 */
@NullMarked
package dev.lookahead.worldmodel.tensor.torchscript;

import org.jspecify.annotations.NullMarked;
