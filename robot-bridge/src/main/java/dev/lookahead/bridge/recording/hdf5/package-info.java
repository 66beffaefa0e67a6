/**
 * Single HDF5 files as stable-worldmodel writes them: one dataset per column, rows of one episode
 * after another, {@code ep_len} and {@code ep_offset} saying which; read and written through jHDF.
 *
 * <p>Columns in one piece are read straight from the file, without jHDF's arrays (which hold an
 * unsigned byte in four); compressed or chunked ones in slices through it, with deflate, shuffle,
 * LZF and Fletcher32. Other filters (Blosc and what else hdf5plugin brings) are refused by name, as
 * are chunks above 64 MiB. Links are not followed.
 *
 * <p>jHDF writes only datasets that are in memory as a whole. So rows are spooled to one file per
 * column beside the target, and a commit lays them out behind headers made of jHDF's messages:
 * memory stays bounded, the target is always complete, and it costs a second copy on the disk while
 * the sink is open and one copy of everything so far per commit.
 *
 * <p>The action of an episode's last row is NaN, as stable-worldmodel has it. Files that we wrote
 * carry our specification in the attribute {@code lookahead} of the root group and, as columns, the
 * exact times ({@code stamp_ns}), the seed and an index into the attribute {@code
 * lookahead_policies}.
 */
@NullMarked
package dev.lookahead.bridge.recording.hdf5;

import org.jspecify.annotations.NullMarked;
