"""Speed and memory of the dashboard, each beside a yardstick from the same run. `make bench` prints them."""
