package dev.lookahead.bridge.ros1.message.generator;

/**
 * What a field is called.
 *
 * @param java in Java
 * @param ros in errors: the message and the field as the definition writes it
 */
record FieldName(String java, String ros) {

  /** The ROS name as a Java literal. */
  String literal() {
    return JavaText.literal(ros);
  }
}
