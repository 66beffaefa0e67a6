package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.report.page.DriveReport.Arrival;
import dev.lookahead.launch.report.page.DriveReport.Visit;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriveVisitsTest {

  private final DriveVisits visits = new DriveVisits();

  @Test
  void aReachedGoalIsShownWithWhatWasSeenThen() {
    visits.progressed(new SubgoalEvent.Begun(0, 1));
    visits.called(0, Optional.of(List.of(new Goal(frame(7)))), frame(1));
    visits.progressed(new SubgoalEvent.Reached(0, 1, 0.5f));
    visits.called(9, Optional.empty(), frame(2));

    Visit visit = visits.ended().get(0);
    assertThat(visit.arrival()).isEqualTo(Arrival.REACHED);
    assertThat(visit.endTick()).isEqualTo(9);
    assertThat(visit.distance()).hasValue(0.5);
    assertThat(visit.goal()).contains(frame(7));
    assertThat(visit.seen()).contains(frame(2));
    assertThat(visits.ended()).hasSize(1);
  }

  @Test
  void aGoalThatIsReplacedOrStillPursuedAtTheEndIsOpen() {
    visits.progressed(new SubgoalEvent.Begun(0, 2));
    visits.called(0, Optional.of(List.of(new Goal(frame(7)), new Goal(frame(8)))), frame(1));
    visits.progressed(new SubgoalEvent.GivenUp(0, 2));
    visits.progressed(new SubgoalEvent.Begun(1, 2));
    visits.called(5, Optional.empty(), frame(2));
    visits.progressed(new SubgoalEvent.Begun(0, 1));
    visits.called(8, Optional.of(List.of(new Goal(frame(9)))), frame(3));

    assertThat(visits.ended())
        .extracting(Visit::arrival)
        .containsExactly(Arrival.GIVEN_UP, Arrival.OPEN, Arrival.OPEN);
    assertThat(visits.ended())
        .extracting(visit -> visit.goal().orElseThrow())
        .containsExactly(frame(7), frame(8), frame(9));
  }

  private static CameraFrame frame(int level) {
    return new CameraFrame(1, 1, new byte[] {(byte) level, 0, 0}, 0);
  }
}
