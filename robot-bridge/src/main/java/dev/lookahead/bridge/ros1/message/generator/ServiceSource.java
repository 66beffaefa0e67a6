package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.message.definition.ServiceDefinition;

/** The class that names a service; request and response are classes of their own. */
final class ServiceSource {

  private ServiceSource() {}

  static String text(ServiceDefinition service, MessageCatalog catalog, JavaNames names) {
    String request = names.qualifiedName(service.request().name());
    String response = names.qualifiedName(service.response().name());
    return """
        package %1$s;

        /** The ROS service {@code %2$s}. */
        @javax.annotation.processing.Generated("%2$s.srv")
        public final class %3$s {

          /** Its name, md5 and the codecs of both halves. */
          public static final dev.lookahead.bridge.ros1.message.ServiceType<%4$s, %5$s> TYPE =
              new dev.lookahead.bridge.ros1.message.ServiceType<>(
                  "%2$s", "%6$s", %4$s.TYPE, %5$s.TYPE);

          private %3$s() {}
        }
        """
        .formatted(
            names.packageOf(service.request().packageName()),
            service.name(),
            names.simpleName(service.name()),
            request,
            response,
            catalog.md5(service));
  }
}
