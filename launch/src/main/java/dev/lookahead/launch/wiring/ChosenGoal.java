package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.planner.Setting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a robot shall see when it has arrived. */
public sealed interface ChosenGoal {

  /**
   * The picture, as the robot's camera would have made it.
   *
   * @throws IOException if there is no such picture
   */
  CameraFrame picture(RosRobot robot) throws IOException;

  /**
   * A JPEG or PNG file from the robot's camera.
   *
   * @param file at most 64 MiB
   */
  record ImageGoal(Path file) implements ChosenGoal {

    private static final long MAX_BYTES = 64 << 20;

    @Override
    public CameraFrame picture(RosRobot robot) throws IOException {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(
            "a goal's picture has at most " + MAX_BYTES + " bytes, " + file + " has more");
      }
      return robot.frame(CompressedImage.builder().data(Files.readAllBytes(file)).build());
    }
  }

  /**
   * A frame of a recording.
   *
   * @param dataset its folder
   * @param episode from 0
   * @param step from 0
   */
  record RecordingGoal(Path dataset, int episode, int step) implements ChosenGoal {

    /** Checks the ranges. */
    public RecordingGoal {
      Setting.inRange("episode", episode, 0, Integer.MAX_VALUE);
      Setting.inRange("step", step, 0, Integer.MAX_VALUE);
    }

    @Override
    public CameraFrame picture(RosRobot robot) throws IOException {
      EpisodeDataset recorded = EpisodeDataset.open(dataset);
      if (episode >= recorded.size()) {
        throw new IOException(
            dataset + " has " + recorded.size() + " episodes, there is no episode " + episode);
      }
      Episode chosen = recorded.episode(episode);
      if (step >= chosen.length()) {
        throw new IOException(
            "episode %d of %s has %d steps, there is no step %d"
                .formatted(episode, dataset, chosen.length(), step));
      }
      return chosen.frame(step);
    }
  }
}
