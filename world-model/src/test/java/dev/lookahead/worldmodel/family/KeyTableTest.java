package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTableTest {

  private final KeyTable table =
      KeyTable.of(
          """
          encoder.blocks.{i}.qkv.*  rows  layers.{i}.{q,k,v}_proj.*
          encoder.mask              same  mask
          -                         unused  pooler.*  layers.{i}.spare
          """);

  @Test
  void numbersKindsAndSetsAreFilledIn() {
    assertThat(table.origin("encoder.blocks.12.qkv.bias"))
        .contains(
            new KeyTable.Origin(
                Rearrangement.ROWS,
                List.of(
                    "layers.12.q_proj.bias", "layers.12.k_proj.bias", "layers.12.v_proj.bias")));
    assertThat(table.origin("encoder.mask"))
        .contains(new KeyTable.Origin(Rearrangement.SAME, List.of("mask")));
  }

  @Test
  void namesNoRowSpeaksOfHaveNoOrigin() {
    assertThat(table.origin("encoder.blocks.x.qkv.bias")).isEmpty();
    assertThat(table.origin("encoder.blocks.1.qkv.scale")).isEmpty();
    assertThat(table.origin("encoderxmask")).isEmpty();
  }

  @Test
  void whatIsPublishedAndNotUsedIsKnown() {
    assertThat(table.leavesOut("pooler.dense.weight")).isTrue();
    assertThat(table.leavesOut("layers.3.spare")).isTrue();
    assertThat(table.leavesOut("head.weight")).isFalse();
  }

  @Test
  void aPrefixStandsBeforeAllTheirNames() {
    KeyTable under = table.under("model.").and(KeyTable.of("head.*  same  classifier.*"));
    assertThat(under.origin("encoder.mask").orElseThrow().theirs()).containsExactly("model.mask");
    assertThat(under.origin("head.bias").orElseThrow().theirs()).containsExactly("classifier.bias");
    assertThat(under.leavesOut("model.pooler.x")).isTrue();
    assertThat(under.leavesOut("pooler.x")).isFalse();
  }

  @Test
  void aRearrangementNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> KeyTable.of("a  upside-down  b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'upside-down'");
  }
}
