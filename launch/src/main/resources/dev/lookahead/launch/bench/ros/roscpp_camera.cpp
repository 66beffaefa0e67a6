// A roscpp publisher for "lookahead bench ros".
// Usage: roscpp_camera TOPIC WIDTH HEIGHT HERTZ; publishes rgb8 images until its standard input
// ends, which it does when the program that started it is gone.
#include <ros/ros.h>
#include <sensor_msgs/Image.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

sensor_msgs::Image test_image(uint32_t width, uint32_t height) {
  sensor_msgs::Image image;
  image.header.frame_id = "camera";
  image.width = width;
  image.height = height;
  image.encoding = "rgb8";
  image.step = 3 * width;
  image.data.resize(static_cast<size_t>(image.step) * height);
  for (size_t i = 0; i < image.data.size(); i++) {
    image.data[i] = static_cast<uint8_t>(i * 31);
  }
  return image;
}

void wait_for_end_of_input() {
  char ignored;
  while (read(STDIN_FILENO, &ignored, 1) > 0) {
  }
  std::_Exit(0);
}

}  // namespace

int main(int argc, char** argv) {
  ros::init(argc, argv, "roscpp_camera", ros::init_options::NoRosout);
  if (argc != 5) {
    std::fprintf(stderr, "usage: roscpp_camera TOPIC WIDTH HEIGHT HERTZ\n");
    return 2;
  }
  sensor_msgs::Image image = test_image(std::atoi(argv[2]), std::atoi(argv[3]));
  ros::NodeHandle node;
  ros::Publisher publisher = node.advertise<sensor_msgs::Image>(argv[1], 2);
  ros::AsyncSpinner spinner(1);
  spinner.start();
  std::thread(wait_for_end_of_input).detach();
  for (ros::WallRate rate(std::atof(argv[4])); ros::ok(); rate.sleep()) {
    image.header.stamp = ros::Time::now();
    publisher.publish(image);
  }
  return 0;
}
