package dev.lookahead.sim.pointmaze;

import java.util.ArrayList;
import java.util.List;

/**
 * One physics step of the ball: MuJoCo's Euler integrator with implicit joint damping, for the
 * model {@code assets/point/point.xml} of Gymnasium-Robotics. Two slide joints move a sphere of
 * radius 0.1 m and density 1000 kg/m^3; motors push with up to 100 N; walls are frictionless.
 */
final class BallDynamics {

  static final double TIME_STEP = 0.01;
  static final double RADIUS = 0.1;
  static final double MASS = 4.0 / 3 * Math.PI * RADIUS * RADIUS * RADIUS * 1000;
  private static final double MOTOR_FORCE = 100;
  private static final double JOINT_DAMPING = 1;

  private final Maze maze;
  private final ContactLaw law;

  BallDynamics(Maze maze, ContactLaw law) {
    this.maze = maze;
    this.law = law;
  }

  /**
   * Advances the state by 0.01 s.
   *
   * @param state x, y, vx, vy; overwritten
   * @param controlX motor command, -1 to 1
   * @param controlY motor command, -1 to 1
   */
  void advance(double[] state, double controlX, double controlY) {
    double ax = (MOTOR_FORCE * controlX - JOINT_DAMPING * state[2]) / MASS;
    double ay = (MOTOR_FORCE * controlY - JOINT_DAMPING * state[3]) / MASS;
    List<Contact> contacts = contacts(state[0], state[1]);
    if (!contacts.isEmpty()) {
      double[] forces = forces(contacts, state[2], state[3], ax, ay);
      for (int i = 0; i < forces.length; i++) {
        ax += forces[i] * contacts.get(i).normalX() / MASS;
        ay += forces[i] * contacts.get(i).normalY() / MASS;
      }
    }
    double implicit = TIME_STEP * MASS / (MASS + TIME_STEP * JOINT_DAMPING);
    state[2] += implicit * ax;
    state[3] += implicit * ay;
    state[0] += TIME_STEP * state[2];
    state[1] += TIME_STEP * state[3];
  }

  /**
   * The walls near enough to push. The ball's centre is in a free cell, so these are at most the
   * nearer neighbour left or right, the nearer one above or below, and the one between them.
   */
  private List<Contact> contacts(double x, double y) {
    Cell cell = maze.cellAt(x, y);
    double fromLeft = x - maze.left(cell);
    double fromTop = maze.top(cell) - y;
    int sideX = fromLeft < 0.5 ? -1 : 1;
    int sideY = fromTop < 0.5 ? -1 : 1;
    double distanceX = sideX < 0 ? fromLeft : 1 - fromLeft;
    double distanceY = sideY < 0 ? fromTop : 1 - fromTop;
    double reach = RADIUS + law.margin();
    if (distanceX >= reach && distanceY >= reach) {
      return List.of();
    }
    List<Contact> contacts = new ArrayList<>(3);
    if (distanceX < reach && maze.isWall(cell.row(), cell.column() + sideX)) {
      contacts.add(new Contact(-sideX, 0, distanceX - reach));
    }
    if (distanceY < reach && maze.isWall(cell.row() + sideY, cell.column())) {
      contacts.add(new Contact(0, sideY, distanceY - reach));
    }
    double distance = Math.sqrt(distanceX * distanceX + distanceY * distanceY);
    if (distance < reach && maze.isWall(cell.row() + sideY, cell.column() + sideX)) {
      contacts.add(
          new Contact(
              -sideX * distanceX / distance, sideY * distanceY / distance, distance - reach));
    }
    return contacts;
  }

  /** The contact forces in N: MuJoCo's dual problem, min f'(A + R)f/2 + f'(a0 - aref), f >= 0. */
  private double[] forces(List<Contact> contacts, double vx, double vy, double ax, double ay) {
    int n = contacts.size();
    double[][] q = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      Contact contact = contacts.get(i);
      for (int j = 0; j < n; j++) {
        q[i][j] = contact.along(contacts.get(j).normalX(), contacts.get(j).normalY()) / MASS;
      }
      q[i][i] += law.regularisation(contact.gap(), MASS);
      b[i] =
          contact.along(ax, ay) - law.referenceAcceleration(contact.gap(), contact.along(vx, vy));
    }
    return new NonNegativeQuadratic(q, b).minimiser();
  }
}
