package dev.lookahead.bridge.recording.hdf5;

import io.jhdf.filter.Filter;

/** A filter that calls itself Blosc and does nothing. */
record UnknownFilter() implements Filter {

  @Override
  public int getId() {
    return 32001;
  }

  @Override
  public String getName() {
    return "blosc";
  }

  @Override
  public byte[] decode(byte[] encodedData, int[] filterData) {
    throw new AssertionError("nobody registered it");
  }

  @Override
  public byte[] encode(byte[] data, int[] filterData) {
    return data;
  }
}
