package dev.lookahead.bridge.ros1.message.generator;

import java.nio.file.Path;
import java.util.Set;

/**
 * What ROS names are called in Java: a type keeps its name, a package becomes one below the base,
 * {@code frame_id} becomes {@code frameId}. A name that Java or the generated class needs itself
 * gets an underscore.
 *
 * @param base the Java package above the packages of messages
 */
record JavaNames(String base) {

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while");

  /** Methods of the generated class, and words its qualified names begin with. */
  private static final Set<String> TAKEN =
      Set.of(
          "builder",
          "build",
          "toBuilder",
          "zero",
          "of",
          "getClass",
          "hashCode",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "java",
          "javax",
          "dev",
          "org");

  private static final Set<String> NESTED_TYPES = Set.of("Builder", "Codec");

  private static final String TYPE = "TYPE";

  String packageOf(String rosPackage) {
    return base + "." + (KEYWORDS.contains(rosPackage) ? rosPackage + "_" : rosPackage);
  }

  String simpleName(String typeName) {
    String name = typeName.substring(typeName.indexOf('/') + 1);
    return NESTED_TYPES.contains(name) || KEYWORDS.contains(name) ? name + "_" : name;
  }

  String qualifiedName(String typeName) {
    return packageOf(typeName.substring(0, typeName.indexOf('/'))) + "." + simpleName(typeName);
  }

  Path file(String typeName) {
    return Path.of(qualifiedName(typeName).replace('.', '/') + ".java");
  }

  Path packageInfo(String rosPackage) {
    return Path.of(packageOf(rosPackage).replace('.', '/'), "package-info.java");
  }

  static String field(String rosName) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < rosName.length(); i++) {
      char c = rosName.charAt(i);
      if (c == '_') {
        upper = !name.isEmpty();
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
    String camel = name.toString();
    return KEYWORDS.contains(camel) || TAKEN.contains(camel) ? camel + "_" : camel;
  }

  static String constant(String rosName) {
    return KEYWORDS.contains(rosName) || rosName.equals(TYPE) ? rosName + "_" : rosName;
  }
}
