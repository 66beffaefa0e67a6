package dev.lookahead.launch.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Puts pictures together to an animated GIF that repeats for ever. Holds the compressed film in
 * memory, about 1 kB per small frame. Thread: one at a time.
 *
 * <pre>{@code
 * GifWriter gif = new GifWriter(Duration.ofMillis(100), first);
 * others.forEach(gif::add);
 * run.write("episode.gif", gif.finish(Duration.ofSeconds(1)));
 * }</pre>
 */
public final class GifWriter {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final Duration delay;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageWriter writer;
  private final ImageOutputStream stream;
  private BufferedImage held;
  private boolean looped;

  /**
   * Starts a film.
   *
   * @param delay how long each picture stays, 20 ms to 10 min, to 10 ms; browsers slow down
   *     anything faster
   * @param first the first picture; all others have its size
   */
  public GifWriter(Duration delay, BufferedImage first) {
    if (delay.toMillis() < 20 || delay.toMinutes() > 10) {
      throw new IllegalArgumentException("delay is 20 ms to 10 min, got " + delay);
    }
    this.delay = delay;
    this.held = first;
    this.writer = ImageIO.getImageWritersByFormatName("gif").next();
    try {
      this.stream = ImageIO.createImageOutputStream(bytes);
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a picture. */
  public void add(BufferedImage image) {
    if (image.getWidth() != held.getWidth() || image.getHeight() != held.getHeight()) {
      throw new IllegalArgumentException(
          "the pictures of a film have one size, "
              + held.getWidth()
              + "x"
              + held.getHeight()
              + "; got "
              + image.getWidth()
              + "x"
              + image.getHeight());
    }
    write(held, delay);
    held = image;
  }

  /**
   * Ends the film. Nothing can be added afterwards.
   *
   * @param pause how long the last picture stays before the film repeats
   * @return the bytes of the file
   */
  public byte[] finish(Duration pause) {
    write(held, pause);
    try {
      writer.endWriteSequence();
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private void write(BufferedImage image, Duration shown) {
    BufferedImage indexed = GifPalette.indexed(image);
    try {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(indexed), null);
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      IIOMetadataNode control = child(root, "GraphicControlExtension");
      control.setAttribute("disposalMethod", "none");
      control.setAttribute("userInputFlag", "FALSE");
      control.setAttribute("transparentColorFlag", "FALSE");
      control.setAttribute("transparentColorIndex", "0");
      control.setAttribute("delayTime", Long.toString(shown.toMillis() / 10));
      if (!looped) {
        child(root, "ApplicationExtensions").appendChild(endlessLoop());
        looped = true;
      }
      metadata.setFromTree(FORMAT, root);
      writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Netscape's extension: repeat count 0, which means for ever. */
  private static IIOMetadataNode endlessLoop() {
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    return loop;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    if (root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode found) {
      return found;
    }
    IIOMetadataNode added = new IIOMetadataNode(name);
    root.appendChild(added);
    return added;
  }
}
