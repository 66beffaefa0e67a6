package dev.lookahead.worldmodel.tensor.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the few opcodes of Python's pickle protocol 2 (PEP 307) that a TorchScript module needs.
 * Write only.
 */
final class Pickle {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Pickle() {
    out.write(0x80);
    out.write(2);
  }

  Pickle global(String module, String name) {
    out.write('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Pickle text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    littleEndian(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  Pickle integer(int value) {
    out.write('J');
    littleEndian(value);
    return this;
  }

  Pickle bool(boolean value) {
    return opcode(value ? 0x88 : 0x89);
  }

  Pickle none() {
    return opcode('N');
  }

  Pickle mark() {
    return opcode('(');
  }

  Pickle tuple() {
    return opcode('t');
  }

  Pickle emptyTuple() {
    return opcode(')');
  }

  Pickle emptyDictionary() {
    return opcode('}');
  }

  Pickle setItems() {
    return opcode('u');
  }

  Pickle newObject() {
    return opcode(0x81);
  }

  Pickle reduce() {
    return opcode('R');
  }

  Pickle build() {
    return opcode('b');
  }

  Pickle persistentId() {
    return opcode('Q');
  }

  byte[] finish() {
    opcode('.');
    return out.toByteArray();
  }

  private Pickle opcode(int code) {
    out.write(code);
    return this;
  }

  private void littleEndian(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >> shift);
    }
  }
}
