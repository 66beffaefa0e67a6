"""Writes images and what cv_bridge and OpenCV make of them, for FrameConverterPeerTest.

Each case: the encoding; width, height, step, big endian, out width, out height and interpolation
(0 none, 1 area, 2 linear) as u32; the message's bytes; the expected RGB. Each part as u32 length
and bytes.
"""
import struct
import sys

import cv2
import numpy
from cv_bridge import CvBridge
from sensor_msgs.msg import Image

BYTES = {"rgb8": 3, "bgr8": 3, "rgba8": 4, "bgra8": 4, "mono8": 1, "mono16": 2, "yuv422": 2,
         "yuv422_yuy2": 2, "bayer_rggb8": 1, "bayer_bggr8": 1, "bayer_gbrg8": 1, "bayer_grbg8": 1}
BRIDGED = [e for e in BYTES if e != "yuv422_yuy2"]


def put(data):
    sys.stdout.buffer.write(struct.pack("<I", len(data)) + data)


def case(encoding, width, height, step, big_endian, data, out, interpolation, rgb):
    put(encoding.encode())
    put(struct.pack("<7I", width, height, step, big_endian, out[0], out[1], interpolation))
    put(data)
    put(numpy.ascontiguousarray(rgb).tobytes())


chance = numpy.random.RandomState(int(sys.argv[1]))
for encoding, size in BYTES.items():
    for padding in (0, 2):
        for big_endian in (0, 1):
            width, height = 24, 18
            step = width * size + padding
            data = chance.randint(0, 256, (height, step), numpy.uint8)
            # Without padding: the Python cv_bridge loses its place in padded rows.
            plain = numpy.ascontiguousarray(data[:, :width * size])
            message = Image(width=width, height=height, step=width * size, encoding=encoding,
                            is_bigendian=big_endian, data=plain.tobytes())
            if encoding in BRIDGED:
                rgb = CvBridge().imgmsg_to_cv2(message, "rgb8")
            else:
                rgb = cv2.cvtColor(plain.reshape(height, width, 2), cv2.COLOR_YUV2RGB_YUY2)
            case(encoding, width, height, step, big_endian, data.tobytes(), (width, height), 0, rgb)

for width, height, out in ((640, 480, 64), (101, 77, 31), (96, 96, 96), (320, 240, 224)):
    image = chance.randint(0, 256, (height, width, 3), numpy.uint8)
    shrunk = cv2.resize(image, (out, min(out, height)), interpolation=cv2.INTER_AREA)
    case("rgb8", width, height, 3 * width, 0, image.tobytes(), (out, min(out, height)), 1, shrunk)
for width, height, out in ((32, 24, 224), (7, 5, 20)):
    image = chance.randint(0, 256, (height, width, 3), numpy.uint8)
    enlarged = cv2.resize(image, (out, out), interpolation=cv2.INTER_LINEAR)
    case("rgb8", width, height, 3 * width, 0, image.tobytes(), (out, out), 2, enlarged)
