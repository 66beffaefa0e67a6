"""Writes a bag of images and twists: write.py FILE none|lz4|bz2 COUNT close|kill."""
import os
import sys

import rosbag
import rospy
from geometry_msgs.msg import Twist
from sensor_msgs.msg import Image

path, compression, count, end = sys.argv[1:]
bag = rosbag.Bag(path, "w", compression=compression, chunk_threshold=2000)
for i in range(int(count)):
    time = rospy.Time(100 + i // 10, i % 10 * 100000000)
    twist = Twist()
    twist.linear.x = i
    bag.write("/cmd_vel", twist, time)
    image = Image(height=8, width=8, encoding="rgb8", step=24, data=bytes([i % 256]) * 192)
    image.header.stamp = time
    bag.write("/camera", image, time)
if end == "kill":
    os._exit(0)
bag.close()
