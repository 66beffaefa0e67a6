package dev.lookahead.bridge.realtime;

import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.worldmodel.Action;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An offer and where it comes from.
 *
 * @param offer what is offered
 * @param source where it comes from
 * @param tick the tick at whose observation it was planned; -1 for nothing
 * @param iterations how many iterations had been made of its search
 */
record SourcedOffer(Offer offer, OfferSource source, long tick, int iterations) {

  /** Nothing. */
  static SourcedOffer none() {
    return new SourcedOffer(Offer.none(), OfferSource.NONE, -1, 0);
  }

  /**
   * The best there is for a tick.
   *
   * @param validFrom what was planned at an earlier tick no longer holds
   */
  static SourcedOffer choose(PolicyRunner policy, long tick, long validFrom, int continuedTicks) {
    // Before the answer: should that come just now, it is the better of the two.
    Foresight soFar = policy.foresight(tick);
    Optional<PolicyCall> latest = policy.latest();
    if (latest.isPresent() && latest.get().turn().tick() == tick) {
      return answered(latest.get());
    }
    if (soFar.actions().isPresent()) {
      return planned(soFar, 0, OfferSource.BEST_SO_FAR, tick);
    }
    if (latest.isEmpty() || latest.get().turn().tick() < validFrom) {
      return none();
    }
    long since = latest.get().turn().tick();
    Foresight plan = latest.get().foresight();
    boolean goesOn =
        tick - since <= continuedTicks
            && plan.actions().filter(actions -> actions.steps() > tick - since).isPresent();
    return goesOn
        ? planned(plan, Math.toIntExact(tick - since), OfferSource.CONTINUED, since)
        : none();
  }

  private static SourcedOffer answered(PolicyCall call) {
    return new SourcedOffer(
        new Offer(call.wanted(), cost(call.foresight()), true),
        call.wanted().isPresent() ? OfferSource.ANSWER : OfferSource.NONE,
        call.turn().tick(),
        call.foresight().iterations());
  }

  private static SourcedOffer planned(Foresight plan, int step, OfferSource source, long tick) {
    Optional<Action> wanted = plan.actions().map((ActionSequence actions) -> actions.action(step));
    return new SourcedOffer(new Offer(wanted, cost(plan), true), source, tick, plan.iterations());
  }

  /** The same offer, which is nothing new if its plan was offered before. */
  SourcedOffer after(long lastOfferedTick) {
    boolean fresh = tick > lastOfferedTick;
    return new SourcedOffer(
        new Offer(offer.wanted(), offer.cost(), fresh), source, tick, iterations);
  }

  private static OptionalDouble cost(Foresight plan) {
    return plan.actions().isPresent() ? OptionalDouble.of(plan.cost()) : OptionalDouble.empty();
  }
}
