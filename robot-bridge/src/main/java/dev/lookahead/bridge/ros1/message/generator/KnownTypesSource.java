package dev.lookahead.bridge.ros1.message.generator;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** The class that finds generated types by the names they have in ROS. */
final class KnownTypesSource {

  private KnownTypesSource() {}

  static Path file(JavaNames names) {
    return Path.of(names.base().replace('.', '/'), "KnownTypes.java");
  }

  static Path packageInfo(JavaNames names) {
    return Path.of(names.base().replace('.', '/'), "package-info.java");
  }

  static String packageInfoText(JavaNames names) {
    return """
        /** Generated classes of ROS messages, one package for each ROS package. */
        @org.jspecify.annotations.NullMarked
        package %s;
        """
        .formatted(names.base());
  }

  static String text(Collection<String> messages, Collection<String> services, JavaNames names) {
    return """
        package %s;

        import dev.lookahead.bridge.ros1.message.MessageType;
        import dev.lookahead.bridge.ros1.message.ServiceType;
        import java.util.Map;
        import java.util.Optional;
        import java.util.TreeMap;

        /** The message and service types this build knows, by name. */
        @javax.annotation.processing.Generated("src/main/msg")
        public final class KnownTypes {

          private static final Map<String, MessageType<?>> MESSAGES = new TreeMap<>();
          private static final Map<String, ServiceType<?, ?>> SERVICES = new TreeMap<>();

          static {
        %s%s  }

          private KnownTypes() {}

          /** The message type of a name such as {@code sensor_msgs/Image}. */
          public static Optional<MessageType<?>> message(String name) {
            return Optional.ofNullable(MESSAGES.get(name));
          }

          /** The service type of a name such as {@code std_srvs/Trigger}. */
          public static Optional<ServiceType<?, ?>> service(String name) {
            return Optional.ofNullable(SERVICES.get(name));
          }

          /** Every message type by its name, in the order of the names. */
          public static Map<String, MessageType<?>> messages() {
            return java.util.Collections.unmodifiableMap(MESSAGES);
          }

          /** Every service type by its name, in the order of the names. */
          public static Map<String, ServiceType<?, ?>> services() {
            return java.util.Collections.unmodifiableMap(SERVICES);
          }
        }
        """
        .formatted(
            names.base(), puts("MESSAGES", messages, names), puts("SERVICES", services, names));
  }

  private static String puts(String map, Collection<String> typeNames, JavaNames names) {
    return typeNames.stream()
        .map(
            name ->
                "    %s.put(\"%s\", %s.TYPE);\n".formatted(map, name, names.qualifiedName(name)))
        .collect(Collectors.joining());
  }
}
