// A roscpp subscriber for "lookahead bench ros".
// Usage: roscpp_listener TOPIC WARM_UP_SECONDS SECONDS; prints "SEQ LATENCY_NANOS" for each image
// of the window after the warm-up, then "cpu NANOS window NANOS".
#include <ros/ros.h>
#include <sensor_msgs/Image.h>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

namespace {

int64_t nanos(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

class Listener {
 public:
  Listener(double warm_up, double seconds)
      : warm_up_(static_cast<int64_t>(warm_up * 1e9)), length_(static_cast<int64_t>(seconds * 1e9)) {}

  void hear(const sensor_msgs::ImageConstPtr& image) {
    const int64_t latency = (ros::Time::now() - image->header.stamp).toNSec();
    const int64_t now = nanos(CLOCK_MONOTONIC);
    if (first_ == 0) {
      first_ = now;
    }
    if (now - first_ < warm_up_ || done_) {
      return;
    }
    if (begin_ == 0) {
      begin_ = now;
      cpu_ = nanos(CLOCK_PROCESS_CPUTIME_ID);
    }
    frames_.emplace_back(image->header.seq, latency);
    if (now - begin_ >= length_) {
      done_ = true;
      cpu_ = nanos(CLOCK_PROCESS_CPUTIME_ID) - cpu_;
      length_ = now - begin_;
      ros::shutdown();
    }
  }

  void print() const {
    for (const auto& frame : frames_) {
      std::printf("%" PRIu32 " %" PRId64 "\n", frame.first, frame.second);
    }
    std::printf("cpu %" PRId64 " window %" PRId64 "\n", cpu_, length_);
  }

 private:
  const int64_t warm_up_;
  int64_t length_;
  int64_t first_ = 0;
  int64_t begin_ = 0;
  int64_t cpu_ = 0;
  bool done_ = false;
  std::vector<std::pair<uint32_t, int64_t>> frames_;
};

}  // namespace

int main(int argc, char** argv) {
  ros::init(argc, argv, "roscpp_listener", ros::init_options::NoRosout);
  if (argc != 4) {
    std::fprintf(stderr, "usage: roscpp_listener TOPIC WARM_UP_SECONDS SECONDS\n");
    return 2;
  }
  Listener listener(std::atof(argv[2]), std::atof(argv[3]));
  ros::NodeHandle node;
  ros::Subscriber subscriber = node.subscribe(
      argv[1], 2, &Listener::hear, &listener, ros::TransportHints().tcpNoDelay());
  ros::spin();
  listener.print();
  return 0;
}
