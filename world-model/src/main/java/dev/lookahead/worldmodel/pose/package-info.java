/**
 * Where an end effector is, and how a delta action moves it: the state and action tokens of V-JEPA
 * 2-AC and of models made like it.
 *
 * <p>Conventions, those of DROID and of notebooks/utils/mpc_utils.py in V-JEPA 2: positions in
 * metres in the frame of the robot's base; a rotation is the three angles of SciPy's {@code "xyz"},
 * about the axes of the <em>base</em>, first x, then y, then z, right-handed, in radians, so that R
 * = Rz(yaw) Ry(pitch) Rx(roll); a gripper is 0 when open and 1 when closed. A delta is said in the
 * base too, not in the hand: position plus difference, and the rotation of the delta <em>after</em>
 * the one there was, R' = dR R.
 */
@NullMarked
package dev.lookahead.worldmodel.pose;

import org.jspecify.annotations.NullMarked;
