package dev.lookahead.bridge.ros1.message.generator;

/**
 * One message inside another.
 *
 * @param javaClass the class of the inner message
 */
record MessageField(FieldName name, String javaClass) implements JavaField {

  @Override
  public String storedType() {
    return javaClass;
  }

  @Override
  public String parameterType() {
    return javaClass;
  }

  @Override
  public String initial() {
    return javaClass + ".zero()";
  }

  @Override
  public String accessor() {
    return """
        public %s %s() {
          return %s;
        }
        """
        .formatted(javaClass, name.java(), name.java());
  }

  @Override
  public String setters() {
    return """
        public Builder %s(%s value) {
          this.%s = java.util.Objects.requireNonNull(value);
          return this;
        }
        """
        .formatted(name.java(), javaClass, name.java());
  }

  @Override
  public String read() {
    return javaClass + ".TYPE.read(reader)";
  }

  @Override
  public long fixedSize() {
    return 0;
  }

  @Override
  public String variableSize() {
    return "%s.TYPE.size(message.%s)".formatted(javaClass, name.java());
  }

  @Override
  public String write() {
    return "%s.TYPE.write(message.%s, writer);\n".formatted(javaClass, name.java());
  }

  @Override
  public String equality() {
    return "%s.equals(that.%s)".formatted(name.own(), name.java());
  }

  @Override
  public String hash() {
    return name.own() + ".hashCode()";
  }

  @Override
  public String show() {
    return name.java();
  }
}
