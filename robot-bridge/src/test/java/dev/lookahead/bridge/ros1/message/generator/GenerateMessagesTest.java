package dev.lookahead.bridge.ros1.message.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMessagesTest {

  @TempDir Path folder;
  private Path definitions;
  private Path sources;

  @BeforeEach
  void name() {
    definitions = folder.resolve("msg");
    sources = folder.resolve("java");
  }

  private void define(String file, String text) throws IOException {
    Path path = definitions.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void generate() throws IOException {
    GenerateMessages.main(new String[] {definitions.toString(), sources.toString(), "made.msg"});
  }

  @Test
  void namesThatJavaNeedsItselfStillCompile() throws IOException {
    define(
        "new/Builder.msg",
        """
        string TYPE=say "hi" \\ to # ä
        uint64 BIG=18446744073709551615
        float32 NAN=nan
        float64 INF=-inf
        byte NEGATIVE=-1
        bool YES=True
        int32 class
        bool zero
        uint8[] to_string
        uint16[2] x__y_
        String[3] string
        time[] stamps
        duration[2] waits
        uint32[] sizes
        """);
    define("new/String.msg", "string data\nObject object\nCodec[] codecs\n");
    define("new/Object.msg", "char[4] c\nbool[] flags\nint16[] shorts\nint64[] longs\n");
    define(
        "new/Codec.msg",
        "uint8 reader\nuint8 writer\nuint8 size\nuint8 message\nuint8 hash\nuint8 java\nstring dev\n");
    define("new/Override.srv", "int8 other\nint8 that\nint8 value\nint8 values\n---\nBuilder b\n");
    define("README", "not a definition");

    generate();

    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString()));
    arguments.addAll(javaFiles().stream().map(Path::toString).toList());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
  }

  private List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void sourcesThatDidNotChangeAreNotTouchedAndOldOnesGo() throws IOException {
    define("a/Kept.msg", "int8 x\n");
    define("a/Changed.msg", "int8 x\n");
    define("a/Gone.msg", "int8 x\n");
    generate();
    Path package_ = sources.resolve("made/msg/a");
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(package_.resolve("Kept.java"), old);
    Files.setLastModifiedTime(package_.resolve("Changed.java"), old);

    define("a/Changed.msg", "int16 x\n");
    Files.delete(definitions.resolve("a/Gone.msg"));
    generate();

    assertThat(Files.getLastModifiedTime(package_.resolve("Kept.java"))).isEqualTo(old);
    assertThat(Files.getLastModifiedTime(package_.resolve("Changed.java"))).isNotEqualTo(old);
    assertThat(package_.resolve("Gone.java")).doesNotExist();
  }

  @Test
  void refusesDefinitionsThatCannotBecomeJava() throws IOException {
    define("a/A.msg", "int8 a_b\nint8 aB\n");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(this::generate)
        .withMessage(
            "a/A.aB: expected fields that differ in more than case and underscores,"
                + " found another aB");

    define("a/A.msg", "Missing m\n");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(this::generate)
        .withMessage("a/A.m: expected a type that is defined, found a/Missing");

    define("Loose.msg", "");
    assertThatExceptionOfType(MessageFormatException.class).isThrownBy(this::generate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerateMessages.main(new String[] {"one"}));
  }
}
