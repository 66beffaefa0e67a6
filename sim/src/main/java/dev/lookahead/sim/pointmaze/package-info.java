/**
 * PointMaze, the ball in a maze of D4RL and Gymnasium-Robotics: pushed by two motors, stopped by
 * walls, it must roll to a place elsewhere in the maze.
 *
 * <p>Positions are metres from the centre of the maze, x right, y up; a cell is 1 m wide. The
 * physics is MuJoCo's for this model, its contact law in closed form; it agrees with the recorded
 * trajectories of MuJoCo to rounding.
 */
@NullMarked
package dev.lookahead.sim.pointmaze;

import org.jspecify.annotations.NullMarked;
