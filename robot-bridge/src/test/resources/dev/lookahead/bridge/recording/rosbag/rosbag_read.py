"""Prints each message of a bag as a line of JSON, read by ROS's own library."""
import json
import sys

import rosbag

with rosbag.Bag(sys.argv[1]) as bag:
    for topic, message, time in bag.read_messages():
        line = {"topic": topic, "time": str(time.to_nsec()), "type": message._type}
        if message._type == "sensor_msgs/Image":
            line["stamp"] = str(message.header.stamp.to_nsec())
            line["bytes"] = list(message.data)
        elif hasattr(message, "data"):
            line["data"] = message.data
        print(json.dumps(line))
