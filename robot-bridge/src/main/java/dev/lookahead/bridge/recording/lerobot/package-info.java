/**
 * Hugging Face's LeRobotDataset: v3.0 read and written, v2.1 and v2.0 read.
 *
 * <pre>
 * meta/info.json               version, fps, features, where files are
 * meta/episodes/*&#47;*.parquet   v3.0: which rows and which seconds of which files are an episode
 * meta/episodes.jsonl          v2.x: the length of each; a file per episode
 * meta/tasks, meta/stats.json  texts of tasks, statistics of features
 * data/...parquet              a row per frame
 * videos/CAMERA/...mp4         frames on the grid of the fps; or images inside of the rows
 * meta/lookahead.json          our specification; absent in datasets of others
 * </pre>
 *
 * <p>Where an episode lies is taken from the episodes' offsets, never from {@code episode_index},
 * which converters leave repeated. {@code action}, {@code observation.state} and {@code
 * observation.environment_state} are action, proprioception and state unless a mapping says
 * otherwise; of several cameras a mapping names one. LeRobot has an action in every frame and takes
 * statistics over all, so that of an episode's last frame, which leads nowhere, repeats the one
 * before it. The exact times are in a feature {@code stamp_ns}, seeds in the episodes' column
 * {@code lookahead/seed}, and who acted is the task.
 *
 * <p>Parquet has its index at the end and cannot be read before that is written. So episodes are
 * kept until they have 64 MiB of frames or are committed, and then become one data file, one video
 * and one file of episodes, each renamed into place, {@code info.json} last: a killed process loses
 * those 64 MiB at most and leaves a dataset that can be read.
 *
 * @see <a href="https://github.com/huggingface/lerobot">LeRobot</a>, {@code
 *     src/lerobot/datasets/dataset_metadata.py} and {@code dataset_writer.py}
 */
@NullMarked
package dev.lookahead.bridge.recording.lerobot;

import org.jspecify.annotations.NullMarked;
