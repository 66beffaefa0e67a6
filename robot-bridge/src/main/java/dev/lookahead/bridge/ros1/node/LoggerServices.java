package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggers;
import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggersResponse;
import dev.lookahead.bridge.ros1.msg.roscpp.Logger;
import dev.lookahead.bridge.ros1.msg.roscpp.SetLoggerLevel;
import dev.lookahead.bridge.ros1.msg.roscpp.SetLoggerLevelResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The services {@code ~get_loggers} and {@code ~set_logger_level}, by which rqt_logger_level and
 * {@code rosconsole set} turn a node's log up and down. A node has one logger.
 */
final class LoggerServices {

  /** The name of roscpp's root logger. */
  private static final String LOGGER = "ros";

  private LoggerServices() {}

  static void offer(ConnectedNode node, RosLog log) {
    node.newServiceServer(
        "~get_loggers",
        GetLoggers.TYPE,
        request -> GetLoggersResponse.of(List.of(Logger.of(LOGGER, log.least().word()))));
    node.newServiceServer(
        "~set_logger_level",
        SetLoggerLevel.TYPE,
        request -> {
          set(log, request.logger(), request.level());
          return SetLoggerLevelResponse.zero();
        });
  }

  private static void set(RosLog log, String logger, String level) throws IOException {
    if (!logger.equals(LOGGER)) {
      throw new IOException("expected the logger '" + LOGGER + "', found '" + logger + "'");
    }
    log.setLeast(
        LogLevel.of(level)
            .orElseThrow(
                () ->
                    new IOException(
                        "expected one of "
                            + Arrays.stream(LogLevel.values()).map(LogLevel::word).toList()
                            + ", found '"
                            + level
                            + "'")));
  }
}
