/**
 * How trained numbers lie on disk: safetensors files, model bundles, training checkpoints.
 *
 * <p>The container is <a href="https://github.com/huggingface/safetensors">safetensors</a>: eight
 * bytes of header length, a JSON header, raw little-endian data. {@link
 * dev.lookahead.worldmodel.checkpoint.SafetensorsReader} trusts none of it: every length, type,
 * shape and offset is checked against the size of the file before anything is allocated, and the
 * data part is mapped, not copied. {@link dev.lookahead.worldmodel.checkpoint.SafetensorsWriter}
 * streams, and whatever is written appears under its name complete or not at all.
 *
 * <p>A {@link dev.lookahead.worldmodel.checkpoint.ModelBundle} is a directory with the weights and
 * a JSON description that says what the model expects and where it comes from; a {@link
 * dev.lookahead.worldmodel.checkpoint.TensorFile} is a bag of named float tensors with string
 * metadata, enough to resume a training run.
 *
 * <p>Reading fails with a {@link dev.lookahead.worldmodel.checkpoint.CheckpointException} and
 * nothing else; writing fails with an {@link java.io.IOException} and leaves the old file as it
 * was.
 */
@NullMarked
package dev.lookahead.worldmodel.checkpoint;

import org.jspecify.annotations.NullMarked;
