package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.worldmodel.Proprioception;
import java.util.Optional;

/**
 * What a robot feels when a command leaves.
 *
 * @param seen with the newest image, on which the command was planned
 * @param now the newest there is; empty if it is too old
 */
record Felt(Proprioception seen, Optional<Proprioception> now) {}
