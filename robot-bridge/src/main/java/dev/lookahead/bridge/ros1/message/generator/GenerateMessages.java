package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.message.definition.MessageDefinition;
import dev.lookahead.bridge.ros1.message.definition.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns a folder of {@code <package>/<Name>.msg} and {@code .srv} files into a folder of Java
 * sources.
 *
 * <p>The same definitions give the same bytes. A source that did not change is not touched, so that
 * the compiler has nothing to do; one whose definition is gone is deleted.
 */
public final class GenerateMessages {

  private final List<MessageDefinition> messages = new ArrayList<>();
  private final List<ServiceDefinition> services = new ArrayList<>();

  private GenerateMessages() {}

  /**
   * Runs once for the build.
   *
   * @param arguments the folder of definitions, the folder for sources, and the Java package that
   *     gets one package for each ROS package
   * @throws MessageFormatException if a definition is wrong; the message names file and line
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "expected a folder of definitions, a folder for sources and a Java package, got "
              + List.of(arguments));
    }
    GenerateMessages run = new GenerateMessages();
    run.read(Path.of(arguments[0]));
    write(Path.of(arguments[1]), run.sources(new JavaNames(arguments[2])));
  }

  private void read(Path folder) throws IOException {
    for (Path file : filesUnder(folder)) {
      String fileName = file.getFileName().toString();
      int dot = Math.max(0, fileName.lastIndexOf('.'));
      Path rosPackage = folder.relativize(file).getParent();
      String name = rosPackage + "/" + fileName.substring(0, dot);
      switch (fileName.substring(dot)) {
        case ".msg" -> messages.add(MessageDefinition.parse(name, Files.readString(file)));
        case ".srv" -> {
          ServiceDefinition service = ServiceDefinition.parse(name, Files.readString(file));
          services.add(service);
          messages.add(service.request());
          messages.add(service.response());
        }
        default -> {
          // A licence or a note beside the definitions.
        }
      }
    }
  }

  private Map<Path, String> sources(JavaNames names) throws MessageFormatException {
    MessageCatalog catalog = MessageCatalog.of(messages);
    Map<Path, String> sources = new TreeMap<>();
    for (MessageDefinition message : catalog.definitions()) {
      sources.put(names.file(message.name()), new MessageSource(message, catalog, names).text());
      sources.put(
          names.packageInfo(message.packageName()),
          PackageSource.text(message.packageName(), names));
    }
    for (ServiceDefinition service : services) {
      sources.put(names.file(service.name()), ServiceSource.text(service, catalog, names));
    }
    sources.put(KnownTypesSource.packageInfo(names), KnownTypesSource.packageInfoText(names));
    sources.put(
        KnownTypesSource.file(names),
        KnownTypesSource.text(
            catalog.definitions().stream().map(MessageDefinition::name).toList(),
            services.stream().map(ServiceDefinition::name).toList(),
            names));
    return sources;
  }

  private static void write(Path folder, Map<Path, String> sources) throws IOException {
    Files.createDirectories(folder);
    for (Path file : filesUnder(folder)) {
      if (!sources.containsKey(folder.relativize(file))) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
      }
    }
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
