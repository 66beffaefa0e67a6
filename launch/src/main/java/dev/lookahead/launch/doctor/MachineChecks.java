package dev.lookahead.launch.doctor;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be said of a machine without loading the engine. */
public final class MachineChecks {

  private static final int NEEDED_JAVA = 17;
  private static final long GIBI = 1L << 30;
  private static final long MEBI = 1L << 20;
  private static final long COMFORTABLE_MEMORY = 4 * GIBI;
  private static final long COMFORTABLE_HEAP = GIBI;
  private static final long COMFORTABLE_DISK = 2 * GIBI;

  /** The unpacked libraries of torch 2.7.1 for x86-64 are 448 MB. */
  private static final long ENGINE_BYTES = 450 * MEBI;

  private final Machine machine;

  /** Checks of one machine. */
  public MachineChecks(Machine machine) {
    this.machine = machine;
  }

  /** Every check, in the order they are shown. */
  public List<Finding> run() {
    return List.of(java(), cores(), memory(), heap(), threads(), disk(), engineCache(), pictures());
  }

  Finding java() {
    String found = "Java " + machine.javaVersion();
    return machine.javaFeature() >= NEEDED_JAVA
        ? Finding.good("java", found)
        : Finding.problem("java", found, "install JDK 17 or newer and set JAVA_HOME to it");
  }

  Finding cores() {
    String found = machine.cores() + (machine.cores() == 1 ? " core" : " cores");
    return machine.cores() >= 2
        ? Finding.good("cores", found)
        : Finding.warning("cores", found, "training will be slow; two cores or more are better");
  }

  Finding memory() {
    if (machine.memoryBytes() == 0) {
      return Finding.warning("memory", "unknown", "4 GB are enough for the bundled presets");
    }
    String found = size(machine.memoryBytes());
    return machine.memoryBytes() >= COMFORTABLE_MEMORY
        ? Finding.good("memory", found)
        : Finding.warning("memory", found, "use the small presets, or a machine with 4 GB or more");
  }

  Finding heap() {
    String found = "up to " + size(machine.heapBytes());
    return machine.heapBytes() >= COMFORTABLE_HEAP
        ? Finding.good("java heap", found)
        : Finding.warning("java heap", found, "allow more with LOOKAHEAD_JAVA_OPTS=-Xmx1g");
  }

  /** OpenMP teams larger than the machine make every thread wait for the others. */
  Finding threads() {
    String value = machine.environment().getOrDefault("OMP_NUM_THREADS", "");
    if (value.isEmpty()) {
      return Finding.good("threads", "OMP_NUM_THREADS is not set: the engine uses every core");
    }
    String found = "OMP_NUM_THREADS=" + value;
    if (!value.matches("[1-9]\\d{0,3}")) {
      return Finding.problem("threads", found, "unset it, or set it to a number of threads");
    }
    return Integer.parseInt(value) <= machine.cores()
        ? Finding.good("threads", found)
        : Finding.warning(
            "threads", found, "set it to at most " + machine.cores() + ", the number of cores");
  }

  Finding disk() {
    try {
      FileStore store = Files.getFileStore(machine.workingFolder());
      String found = size(store.getUsableSpace()) + " free in " + machine.workingFolder();
      if (!Files.isWritable(machine.workingFolder())) {
        return Finding.problem(
            "disk", machine.workingFolder() + " is not writable", "choose another with --out");
      }
      return store.getUsableSpace() >= COMFORTABLE_DISK
          ? Finding.good("disk", found)
          : Finding.warning("disk", found, "free 2 GB, or write runs elsewhere with --out");
    } catch (IOException e) {
      return Finding.problem("disk", e.toString(), "choose another folder with --out");
    }
  }

  /** The engine unpacks its libraries at its first start; until then it needs the room. */
  Finding engineCache() {
    Path cache = machine.engineCache();
    String elsewhere = "set DJL_CACHE_DIR to a writable folder with 450 MB free";
    try {
      if (Files.isDirectory(cache) && isFilled(cache)) {
        return Finding.good("engine cache", "libraries unpacked in " + cache);
      }
      Path existing = cache.toAbsolutePath();
      while (existing.getParent() != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      if (!Files.isWritable(existing)) {
        return Finding.problem("engine cache", existing + " is not writable", elsewhere);
      }
      return free >= ENGINE_BYTES
          ? Finding.good(
              "engine cache", "will be unpacked to " + cache + ", " + size(free) + " free")
          : Finding.problem("engine cache", size(free) + " free in " + existing, elsewhere);
    } catch (IOException e) {
      return Finding.problem("engine cache", e.toString(), elsewhere);
    }
  }

  /** Curves and captions need a font; a minimal Linux has none, and Java then throws errors. */
  Finding pictures() {
    try {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      image.createGraphics().getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      return Finding.good("pictures", "fonts found");
    } catch (RuntimeException | LinkageError e) {
      return Finding.warning(
          "pictures", "no fonts: " + e, "apt-get install fontconfig fonts-dejavu-core");
    }
  }

  private static boolean isFilled(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache, 3)) {
      return files.anyMatch(
          file -> file.getFileName().toString().matches("(lib)?torch_cpu\\.(so|dylib|dll)"));
    }
  }

  static String size(long bytes) {
    return bytes >= GIBI
        ? String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIBI)
        : bytes / MEBI + " MB";
  }
}
