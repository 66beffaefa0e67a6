/**
 * Messages as ROS 2 writes them: CDR, the encoding of DDS, and the {@code ros2msg} dialect of
 * definitions.
 *
 * <p>The dialect is read into the same {@link
 * dev.lookahead.bridge.ros1.message.definition.MessageCatalog} as that of ROS 1, and a {@link
 * dev.lookahead.bridge.ros2.message.CdrReader} is a {@link
 * dev.lookahead.bridge.ros1.message.FieldReader} like any other, so that the dynamic messages of
 * ROS 1 serve both.
 */
@NullMarked
package dev.lookahead.bridge.ros2.message;

import org.jspecify.annotations.NullMarked;
