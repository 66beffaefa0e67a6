/**
 * Folders of PNG or JPEG images or videos with a CSV file: what people make by hand and every tool
 * can read.
 *
 * <pre>
 * DATASET/
 *   lookahead.json             our specification; absent in folders of others
 *   any-name/                  one folder per episode, in order of their names
 *     steps.csv                a header, then a row per frame
 *     000000.png ...           the images it names, or
 *     frames.mp4               a video of as many frames as there are rows
 *     episode.json             seed and policy; absent in folders of others
 * </pre>
 *
 * <p>In {@code steps.csv} (RFC 4180, UTF-8) a column whose cells end in .png, .jpg or .jpeg is a
 * camera, named relative to the episode's folder. Columns {@code action.x, action.turn} are the
 * components of one vector {@code action}; a column without a dot is a vector of one. {@code
 * stamp_ns} has the times in nanoseconds; without it rows are a frame period apart. Empty cells are
 * no number: those of the action in the last row, which leads nowhere. Numbers are written so that
 * they read back as the same float.
 *
 * <p>A folder appears under its name when it is complete: a killed process loses the episode at
 * hand.
 */
@NullMarked
package dev.lookahead.bridge.recording.folder;

import org.jspecify.annotations.NullMarked;
