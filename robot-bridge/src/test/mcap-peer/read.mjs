// Prints each message of an MCAP file as a line of JSON, found by the index of the file.
import { open } from "node:fs/promises";
import { McapIndexedReader } from "@mcap/core";
import { parse } from "@foxglove/rosmsg";
import { MessageReader as Ros1Reader } from "@foxglove/rosmsg-serialization";
import { MessageReader as Ros2Reader } from "@foxglove/rosmsg2-serialization";
import lz4 from "@foxglove/wasm-lz4";
import zstd from "@foxglove/wasm-zstd";

await lz4.isLoaded;
await zstd.isLoaded;
const file = await open(process.argv[2]);
const readable = {
  size: async () => BigInt((await file.stat()).size),
  read: async (offset, length) => {
    const bytes = new Uint8Array(Number(length));
    await file.read(bytes, 0, Number(length), Number(offset));
    return bytes;
  },
};
const reader = await McapIndexedReader.Initialize({
  readable,
  decompressHandlers: {
    lz4: (bytes, size) => lz4(bytes, Number(size)),
    zstd: (bytes, size) => zstd.decompress(bytes, Number(size)),
  },
});
const readers = new Map();
for (const channel of reader.channelsById.values()) {
  const schema = reader.schemasById.get(channel.schemaId);
  const ros2 = channel.messageEncoding === "cdr";
  const definition = parse(new TextDecoder().decode(schema.data), { ros2 });
  readers.set(channel.id, ros2 ? new Ros2Reader(definition) : new Ros1Reader(definition));
}
const plain = (key, value) =>
  ArrayBuffer.isView(value) ? Array.from(value) : typeof value === "bigint" ? Number(value) : value;
console.log(JSON.stringify({ profile: reader.header.profile, messages: Number(reader.statistics.messageCount) }));
for await (const message of reader.readMessages()) {
  const channel = reader.channelsById.get(message.channelId);
  console.log(
    JSON.stringify(
      {
        topic: channel.topic,
        logTime: String(message.logTime),
        message: readers.get(channel.id).readMessage(message.data),
      },
      plain,
    ),
  );
}
for await (const metadata of reader.readMetadata({ name: "lookahead.dataset" })) {
  console.log(JSON.stringify({ metadata: JSON.parse(metadata.metadata.get("json")).dataset.world }));
}
await file.close();
