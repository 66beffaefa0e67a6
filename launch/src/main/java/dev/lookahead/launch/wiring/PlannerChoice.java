package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;

/** Which planner searches, with its settings. */
public sealed interface PlannerChoice {

  /** The planner. */
  Planner planner();

  /** What it is called in reports. */
  String name();

  /** The cross-entropy method. */
  record CemChoice(CemConfig search) implements PlannerChoice {

    /** The planner's defaults. */
    public static CemChoice defaults() {
      return new CemChoice(CemConfig.defaults());
    }

    @Override
    public Planner planner() {
      return new Cem(search);
    }

    @Override
    public String name() {
      return "CEM";
    }
  }

  /** The cross-entropy method with coloured noise and kept elites. */
  record IcemChoice(IcemConfig search) implements PlannerChoice {

    /** The planner's defaults. */
    public static IcemChoice defaults() {
      return new IcemChoice(IcemConfig.defaults());
    }

    @Override
    public Planner planner() {
      return new Icem(search);
    }

    @Override
    public String name() {
      return "iCEM";
    }
  }

  /** Path-integral weights in place of elites. */
  record MppiChoice(MppiConfig search) implements PlannerChoice {

    /** The planner's defaults. */
    public static MppiChoice defaults() {
      return new MppiChoice(MppiConfig.defaults());
    }

    @Override
    public Planner planner() {
      return new Mppi(search);
    }

    @Override
    public String name() {
      return "MPPI";
    }
  }

  /** The best of many random sequences. */
  record ShootingChoice(RandomShootingConfig search) implements PlannerChoice {

    /** The planner's defaults. */
    public static ShootingChoice defaults() {
      return new ShootingChoice(RandomShootingConfig.defaults());
    }

    @Override
    public Planner planner() {
      return new RandomShooting(search);
    }

    @Override
    public String name() {
      return "random shooting";
    }
  }
}
