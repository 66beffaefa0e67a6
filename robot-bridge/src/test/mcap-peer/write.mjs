// Writes an MCAP file of three images and twists: write.mjs FILE ros1|ros2|rosbag2 zstd|none|unchunked.
// rosbag2 is ROS 2 with what its recorder adds: metadata of channels and of the bag, which has no
// index in the preset "fastwrite" (unchunked).
import { open } from "node:fs/promises";
import { McapWriter } from "@mcap/core";
import { parse } from "@foxglove/rosmsg";
import { MessageWriter as Ros1Writer } from "@foxglove/rosmsg-serialization";
import { MessageWriter as Ros2Writer } from "@foxglove/rosmsg2-serialization";
import zstd from "@foxglove/wasm-zstd";

await zstd.isLoaded;
const [path, profile, compression] = process.argv.slice(2);
const rosbag2 = profile === "rosbag2";
const ros2 = rosbag2 || profile === "ros2";
const chunked = compression !== "unchunked";
const line = "=".repeat(80);
const time = ros2 ? "builtin_interfaces/Time stamp" : "time stamp";
const header =
  `${line}\nMSG: std_msgs/Header\n${ros2 ? "" : "uint32 seq\n"}${time}\nstring frame_id\n` +
  (ros2 ? `${line}\nMSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n` : "");
const image =
  "std_msgs/Header header\nuint32 height\nuint32 width\nstring encoding\nuint8 is_bigendian\n" +
  `uint32 step\nuint8[] data\n${header}`;
const twist =
  `std_msgs/Header header\ngeometry_msgs/Twist twist\n${header}${line}\nMSG: geometry_msgs/Twist\n` +
  `geometry_msgs/Vector3 linear\ngeometry_msgs/Vector3 angular\n${line}\n` +
  "MSG: geometry_msgs/Vector3\nfloat64 x\nfloat64 y\nfloat64 z\n";
const name = (type) => (ros2 ? type.replace("/", "/msg/") : type);
const file = await open(path, "w");
let position = 0n;
const writable = {
  position: () => position,
  write: async (bytes) => {
    await file.write(bytes);
    position += BigInt(bytes.byteLength);
  },
};
const mcap = new McapWriter({
  writable,
  useChunks: chunked,
  useMessageIndex: chunked,
  compressChunk:
    compression === "zstd"
      ? (bytes) => ({ compression, compressedData: zstd.compress(bytes) })
      : undefined,
});
await mcap.start({ profile: ros2 ? "ros2" : "ros1", library: rosbag2 ? "libmcap 1.1.1" : "peer" });
if (rosbag2) {
  await mcap.addMetadata({ name: "rosbag2", metadata: new Map([["ROS_DISTRO", "jazzy"]]) });
}
const channels = [];
for (const [topic, type, definition] of [
  ["/camera", "sensor_msgs/Image", image],
  ["/cmd_vel", "geometry_msgs/TwistStamped", twist],
]) {
  const schemaId = await mcap.registerSchema({
    name: name(type),
    encoding: ros2 ? "ros2msg" : "ros1msg",
    data: new TextEncoder().encode(definition),
  });
  const id = await mcap.registerChannel({
    schemaId,
    topic,
    messageEncoding: ros2 ? "cdr" : "ros1",
    metadata: new Map(
      rosbag2
        ? [
            ["offered_qos_profiles", "- history: keep_last\n  depth: 10\n  reliability: reliable"],
            ["topic_type_hash", "RIHS01_" + "0".repeat(64)],
          ]
        : [],
    ),
  });
  const parsed = parse(definition, { ros2 });
  channels.push({ id, writer: ros2 ? new Ros2Writer(parsed) : new Ros1Writer(parsed) });
}
for (let i = 0; i < 3; i++) {
  const stamp = ros2 ? { sec: 100, nanosec: i * 1e8 } : { sec: 100, nsec: i * 1e8 };
  const head = { seq: i, stamp, frame_id: "f" };
  const messages = [
    { header: head, height: 1, width: 2, encoding: "rgb8", is_bigendian: 0, step: 6,
      data: Uint8Array.from([i, 1, 2, 3, 4, 5]) },
    { header: head, twist: { linear: { x: i + 0.5, y: 0, z: 0 }, angular: { x: 0, y: 0, z: -i } } },
  ];
  for (const [at, { id, writer }] of channels.entries()) {
    await mcap.addMessage({
      channelId: id,
      sequence: i,
      logTime: 100_000_000_000n + BigInt(i) * 100_000_000n,
      publishTime: 100_000_000_000n + BigInt(i) * 100_000_000n,
      data: writer.writeMessage(messages[at]),
    });
  }
}
if (rosbag2) {
  await mcap.addMetadata({
    name: "rosbag2",
    metadata: new Map([["serialized_metadata", "version: 9\nstorage_identifier: mcap\n"]]),
  });
}
await mcap.end();
await file.close();
