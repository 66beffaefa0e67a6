package dev.lookahead.bridge.recording.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegReaderPeerTest {

  private static final int SIDE = 64;
  private static final int FRAMES = 12;

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireWorks("ffmpeg", "ffmpeg", "-version");
  }

  /** Frame i is grey of 20 i, so that a frame tells its number. */
  private Path video(String codec, String file) {
    Path path = directory.resolve(file);
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i"));
    command.add(
        "color=black:s=%dx%d:r=10:d=1.2,format=rgb24,geq=r='20*N':g='20*N':b='20*N'"
            .formatted(SIDE, SIDE));
    command.addAll(List.of("-c:v", codec, "-pix_fmt", "yuv420p", path.toString()));
    PeerProgram.run(command);
    return path;
  }

  @ParameterizedTest
  @CsvSource({
    "libsvtav1, av1, mp4",
    "libx264, h264, mp4",
    "libx264, h264, mkv",
    "libvpx-vp9, vp9, webm"
  })
  void anyFrameOfAnyCodecIsFound(String encoder, String codec, String extension) {
    Path file = video(encoder, codec + "." + extension);
    VideoReader reader = VideoReader.installed();
    VideoFacts facts = reader.facts(file);
    assertThat(facts.codec()).isEqualTo(codec);
    assertThat(facts.width()).isEqualTo(SIDE);
    assertThat(facts.framesPerSecond()).isEqualTo(10);
    assertThat(reader.countFrames(file)).isEqualTo(FRAMES);
    for (int first = 0; first + 2 <= FRAMES; first += 3) {
      ByteBuffer frames = ByteBuffer.allocate(2 * facts.frameBytes());
      reader.read(file, facts, first, 2, frames);
      assertThat(Byte.toUnsignedInt(frames.get(0))).isBetween(20 * first - 6, 20 * first + 6);
      assertThat(Byte.toUnsignedInt(frames.get(facts.frameBytes())))
          .isBetween(20 * first + 14, 20 * first + 26);
    }
    assertThatThrownBy(
            () -> reader.read(file, facts, 11, 2, ByteBuffer.allocate(2 * facts.frameBytes())))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there should be 2 frames from frame 11 on, there are 1");
  }

  @Test
  void playlistsThatPointElsewhereAreRefused() throws IOException {
    Path target = video("libx264", "target.mp4");
    Path list = directory.resolve("list.mp4");
    Files.writeString(list, "ffconcat version 1.0\nfile '" + target + "'\n");
    assertThatThrownBy(() -> VideoReader.installed().facts(list)).isInstanceOf(DataException.class);
    Path hls = directory.resolve("hls.mp4");
    Files.writeString(
        hls, "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n");
    assertThatThrownBy(() -> VideoReader.installed().facts(hls)).isInstanceOf(DataException.class);
  }

  @Test
  void aCtrlCMeantForItsReaderDoesNotReachIt() throws IOException {
    PeerProgram.requireWorks("setsid", "setsid", "--version");
    ByteBuffer said = ByteBuffer.allocate(100);
    Ffmpeg.installed()
        .orElseThrow()
        .run(List.of("sh", "-c", "ps -o pid=,pgid= -p $$"), List.of(), said);
    String[] numbers = StandardCharsets.UTF_8.decode(said.flip()).toString().strip().split(" +", 2);
    assertThat(numbers[1]).as("its process group").isEqualTo(numbers[0]);
  }

  @Test
  void aRunThatTakesTooLongOrSaysTooMuchIsKilled() {
    Path file = video("libx264", "target.mp4");
    Ffmpeg installed = Ffmpeg.installed().orElseThrow();
    Ffmpeg hasty = new Ffmpeg(installed.ffmpeg(), installed.ffprobe(), Duration.ofMillis(200));
    assertThatThrownBy(() -> hasty.run(List.of("sleep", "60"), List.of(), ByteBuffer.allocate(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("killed");
    assertThatThrownBy(() -> installed.run(List.of("yes"), List.of(), ByteBuffer.allocate(100)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than the 100 bytes expected");
    assertThat(file).exists();
  }
}
