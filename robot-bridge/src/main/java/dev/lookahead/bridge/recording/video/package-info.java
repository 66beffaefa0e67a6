/**
 * Video files, decoded and encoded frame by frame.
 *
 * <p>An installed {@code ffmpeg} (5.1 or newer) does it: a process per reading with the frames as
 * raw RGB on a pipe. It may open only the one local file, only in common containers, for a limited
 * time and output, and is killed with its reader. AV1, H.264, HEVC, VP9 and what else it was built
 * with are read; H.264 is written. Where there is no ffmpeg, videos are refused: JCodec, the
 * decoder in Java, knows no AV1, gives frames with B-frames out of order and reserves memory as a
 * file tells it to.
 *
 * <p>Starting a process and seeking cost tens of milliseconds whatever the length of a clip, so
 * sources read through a {@link dev.lookahead.bridge.recording.video.CachedVideos}. Video is still
 * for keeping recordings, shards are for training.
 */
@NullMarked
package dev.lookahead.bridge.recording.video;

import org.jspecify.annotations.NullMarked;
