"""A rospy subscriber for "lookahead bench ros".

Usage: rospy_listener.py TOPIC WARM_UP_SECONDS SECONDS; prints "SEQ LATENCY_NANOS" for each image
of the window after the warm-up, then "cpu NANOS window NANOS".
"""

import sys
import threading
import time

import rospy
from sensor_msgs.msg import Image


class Listener:
    def __init__(self, warm_up, seconds):
        self.warm_up = int(warm_up * 1e9)
        self.length = int(seconds * 1e9)
        self.first = None
        self.begin = None
        self.cpu = 0
        self.frames = []
        self.done = threading.Event()

    def hear(self, image):
        latency = (rospy.Time.now() - image.header.stamp).to_nsec()
        now = time.monotonic_ns()
        if self.first is None:
            self.first = now
        if now - self.first < self.warm_up or self.done.is_set():
            return
        if self.begin is None:
            self.begin = now
            self.cpu = time.process_time_ns()
        self.frames.append((image.header.seq, latency))
        if now - self.begin >= self.length:
            self.cpu = time.process_time_ns() - self.cpu
            self.length = now - self.begin
            self.done.set()


def main(topic, warm_up, seconds):
    rospy.init_node("rospy_listener", disable_rosout=True, disable_signals=True)
    listener = Listener(float(warm_up), float(seconds))
    rospy.Subscriber(topic, Image, listener.hear, queue_size=2, tcp_nodelay=True)
    listener.done.wait()
    for seq, latency in listener.frames:
        print(seq, latency)
    print("cpu", listener.cpu, "window", listener.length, flush=True)
    rospy.signal_shutdown("done")


main(*rospy.myargv(sys.argv)[1:])
