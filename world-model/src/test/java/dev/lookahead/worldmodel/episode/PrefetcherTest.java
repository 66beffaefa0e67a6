package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PrefetcherTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private ClipSampler sampler;

  @BeforeEach
  void record() throws IOException {
    EpisodeDataset dataset = RecordedWalks.dataset(folder, 1000, 9, 14, 20);
    sampler = new ClipSampler(dataset, List.of(0, 1, 2), ClipSpec.of(2, 3).withGoal(), 5);
  }

  @AfterEach
  void stop() throws InterruptedException {
    executor.shutdown();
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void prefetchedBatchesAreThoseFilledInPlace() throws InterruptedException {
    ClipBatch expected = sampler.allocate(8);
    try (Prefetcher<ClipBatch> prefetcher =
        new Prefetcher<>(sampler::fill, () -> sampler.allocate(8), 2, 100, executor)) {
      for (int step = 100; step < 150; step++) {
        ClipBatch batch = prefetcher.next();
        sampler.fill(expected, step);
        assertThat(batch.frames()).isEqualTo(expected.frames());
        assertThat(batch.actions()).isEqualTo(expected.actions());
        assertThat(batch.goalFrames()).isEqualTo(expected.goalFrames());
      }
    }
  }

  @Test
  void noMoreIsFilledThanFitsAndTheLentBatchIsLeftAlone() throws InterruptedException {
    AtomicInteger filled = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(3);
    Prefetcher<ClipBatch> prefetcher =
        new Prefetcher<>(
            (batch, step) -> {
              batch.states().put(0, (float) step);
              filled.incrementAndGet();
              full.countDown();
            },
            () -> sampler.allocate(1),
            2,
            0,
            executor);
    ClipBatch lent = prefetcher.next();
    full.await();
    prefetcher.close();
    assertThat(filled).hasValue(3);
    assertThat(lent.states().get(0)).isZero();
  }

  @Test
  void whatTheSourceThrowsReachesTheConsumerAfterTheBatchesBefore() throws InterruptedException {
    DataException broken = new DataException(folder, "broken");
    try (Prefetcher<ClipBatch> prefetcher =
        new Prefetcher<>(
            (batch, step) -> {
              if (step == 2) {
                throw broken;
              }
            },
            () -> sampler.allocate(1),
            5,
            0,
            executor)) {
      prefetcher.next();
      prefetcher.next();
      assertThatThrownBy(prefetcher::next).isSameAs(broken);
      assertThatThrownBy(prefetcher::next).isSameAs(broken);
    }
  }

  @Test
  void aClosedPrefetcherHandsNothingOut() {
    Prefetcher<ClipBatch> prefetcher =
        new Prefetcher<>(sampler::fill, () -> sampler.allocate(1), 1, 0, executor);
    prefetcher.close();
    prefetcher.close();
    assertThatThrownBy(prefetcher::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingBeforeTheThreadBeganDoesNotWaitForIt() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    AtomicInteger filled = new AtomicInteger();
    executor.execute(
        () -> {
          try {
            busy.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    new Prefetcher<>(
            (batch, step) -> filled.incrementAndGet(), () -> sampler.allocate(1), 1, 0, executor)
        .close();
    busy.countDown();
    stop();
    assertThat(filled).hasValue(0);
  }

  @Test
  void anInterruptedConsumerIsReleased() {
    CountDownLatch never = new CountDownLatch(1);
    Prefetcher<ClipBatch> prefetcher =
        new Prefetcher<>(
            (batch, step) -> {
              try {
                never.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            () -> sampler.allocate(1),
            1,
            0,
            executor);
    Thread.currentThread().interrupt();
    assertThatThrownBy(prefetcher::next).isInstanceOf(InterruptedException.class);
    never.countDown();
    prefetcher.close();
  }
}
