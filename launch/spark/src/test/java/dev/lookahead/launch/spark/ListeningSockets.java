package dev.lookahead.launch.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where processes listen for TCP connections, as Linux tells it in {@code /proc}. */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");

  /** 127.x.x.x, the same as IPv6, and ::1; every four bytes are in the order of the processor. */
  private static final Pattern LOOPBACK =
      Pattern.compile("(0{16}FFFF0000)?[0-9A-F]{6}7F|0{24}01000000");

  private ListeningSockets() {}

  /** How many there are, and which of them other machines could reach: {@code ADDRESS:PORT}. */
  record Found(int sockets, List<String> reachable) {}

  /** Those of some processes. */
  static Found of(List<ProcessHandle> processes) throws IOException {
    Set<String> own = new TreeSet<>();
    for (ProcessHandle process : processes) {
      own.addAll(inodes(process));
    }
    int sockets = 0;
    List<String> reachable = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        // sl local_address rem_address st queues timer retransmits uid timeout inode
        String[] columns = line.strip().split("\\s+", -1);
        if (columns[3].equals(LISTEN) && own.contains(columns[9])) {
          sockets++;
          String address = columns[1].substring(0, columns[1].indexOf(':'));
          if (!LOOPBACK.matcher(address).matches()) {
            reachable.add(columns[1]);
          }
        }
      }
    }
    return new Found(sockets, reachable);
  }

  private static Set<String> inodes(ProcessHandle process) throws IOException {
    Set<String> inodes = new TreeSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (Path file : open.toList()) {
        // It may have been closed in the meantime.
        if (Files.isSymbolicLink(file)) {
          Matcher socket = INODE.matcher(Files.readSymbolicLink(file).toString());
          if (socket.matches()) {
            inodes.add(socket.group(1));
          }
        }
      }
    }
    return inodes;
  }
}
