@NullMarked
package dev.lookahead.bridge.ros1.robot;

import org.jspecify.annotations.NullMarked;
