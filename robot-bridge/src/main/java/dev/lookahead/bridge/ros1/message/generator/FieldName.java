package dev.lookahead.bridge.ros1.message.generator;

/**
 * What a field is called.
 *
 * @param java in Java
 * @param ros in errors: the message and the field as the definition writes it
 */
record FieldName(String java, String ros) {

  /** The field of this message, also where a variable has its name. */
  String own() {
    return "this." + java;
  }

  /** The ROS name as a Java literal. */
  String literal() {
    return JavaText.literal(ros);
  }
}
