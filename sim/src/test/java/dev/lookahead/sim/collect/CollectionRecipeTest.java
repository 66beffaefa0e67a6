package dev.lookahead.sim.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.collect.ActorShare.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionRecipeTest {

  private static final List<ActorShare> EXPERT = List.of(ActorShare.defaults());

  @Test
  void defaultsAreAHundredEpisodesOfTheExpert() {
    assertThat(CollectionRecipe.defaults())
        .isEqualTo(new CollectionRecipe(100, 100, false, EXPERT, 1));
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new CollectionRecipe(1, 100, false, EXPERT, 1))
        .hasMessageContaining("episodes must be in [2, 10000000]")
        .hasMessageContaining("got 1 and 100");
    assertThatThrownBy(() -> new CollectionRecipe(2, 1, false, EXPERT, 1))
        .hasMessageContaining("steps");
    assertThatThrownBy(() -> new CollectionRecipe(2, 2, false, List.of(), 1))
        .hasMessageContaining("actors");
    assertThatThrownBy(() -> new ActorShare(Actor.EXPERT, 0, 0, 0, 1))
        .hasMessageContaining("weight");
    assertThatThrownBy(() -> new ActorShare(Actor.EXPERT, 1, -1, 0, 1)).hasMessageContaining("std");
    assertThatThrownBy(() -> new ActorShare(Actor.RANDOM, 1, 0, 0, 0))
        .hasMessageContaining("holdSteps");
  }

  @Test
  void aDrawChoosesAnActorByItsWeight() {
    ActorShare light = new ActorShare(Actor.EXPERT, 1, 0, 0, 1);
    ActorShare heavy = new ActorShare(Actor.RANDOM, 3, 0, 0, 1);
    CollectionRecipe recipe = new CollectionRecipe(2, 2, false, List.of(light, heavy), 1);

    assertThat(recipe.actor(0)).isEqualTo(light);
    assertThat(recipe.actor(0.2499)).isEqualTo(light);
    assertThat(recipe.actor(0.2501)).isEqualTo(heavy);
    assertThat(recipe.actor(Math.nextDown(1.0))).isEqualTo(heavy);
  }
}
