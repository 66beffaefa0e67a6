package dev.lookahead.bridge.ros1.message.generator;

/** The {@code package-info.java} of a package of messages. */
final class PackageSource {

  private PackageSource() {}

  static String text(String rosPackage, JavaNames names) {
    return """
        /** The ROS package %s: one immutable class for each of its messages and services. */
        @org.jspecify.annotations.NullMarked
        package %s;
        """
        .formatted(rosPackage, names.packageOf(rosPackage));
  }
}
