/**
 * The text of {@code .msg} and {@code .srv} files, read as ROS 1's {@code genmsg} reads it.
 *
 * <p>A {@link dev.lookahead.bridge.ros1.message.definition.MessageDefinition} is one file. A {@link
 * dev.lookahead.bridge.ros1.message.definition.MessageCatalog} holds all that a message uses and
 * therefore knows its md5, its full text and the fewest bytes it can have. Text may come from a
 * peer or a recording: only {@link dev.lookahead.bridge.ros1.message.MessageFormatException} leaves
 * the parsers.
 */
@NullMarked
package dev.lookahead.bridge.ros1.message.definition;

import org.jspecify.annotations.NullMarked;
