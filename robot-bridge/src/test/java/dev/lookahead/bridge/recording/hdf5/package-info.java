/** Tests of HDF5 recordings. */
@NullUnmarked
package dev.lookahead.bridge.recording.hdf5;

import org.jspecify.annotations.NullUnmarked;
