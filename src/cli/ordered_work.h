// Work on many things at once whose results are wanted in order: a few threads make outcomes, the
// calling thread takes them one after the other. Only a few outcomes exist at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace kcfin::cli {

template <class Outcome>
class OrderedWork {
 public:
  struct Steps {
    std::function<Outcome(std::size_t)> make;  // on any thread
    std::function<bool(Outcome)> take;         // on the calling thread, in order; false ends the work
    std::function<bool()> stop;                // asked before something new is begun
    std::function<void()> idle;                // now and then while the next outcome is awaited
  };

  OrderedWork(std::size_t count, unsigned jobs, Steps steps)
      : count_(count), jobs_(jobs), window_(std::size_t{2} * jobs + 2), steps_(std::move(steps)) {}

  void run() {
    if (jobs_ == 1 && count_ == 1) {
      steps_.take(steps_.make(0));
      return;
    }
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { work(); });
    take_all();
    for (std::thread& thread : threads) thread.join();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [this] { return ended_ || begun_ == count_ || begun_ < taken_ + window_.size(); });
      if (ended_ || begun_ == count_ || steps_.stop()) break;
      const std::size_t index = begun_++;
      lock.unlock();
      Outcome outcome = steps_.make(index);
      lock.lock();
      window_[index % window_.size()] = std::move(outcome);
      ready_.notify_one();
    }
    ended_ = ended_ || begun_ < count_;  // stopped: what is begun is finished, nothing else
    ready_.notify_one();
    room_.notify_all();
  }

  void take_all() {
    constexpr auto kIdle = std::chrono::milliseconds(100);
    std::unique_lock lock(mutex_);
    for (; taken_ < count_; ++taken_) {
      std::optional<Outcome>& slot = window_[taken_ % window_.size()];
      const auto decided = [&] { return slot.has_value() || (ended_ && taken_ >= begun_); };
      while (!ready_.wait_for(lock, kIdle, decided)) {
        lock.unlock();
        steps_.idle();
        lock.lock();
      }
      if (!slot) break;
      Outcome outcome = std::move(*std::exchange(slot, std::nullopt));
      lock.unlock();
      const bool more = steps_.take(std::move(outcome));
      lock.lock();
      room_.notify_all();
      if (!more) break;
    }
    ended_ = true;
    room_.notify_all();
  }

  const std::size_t count_;
  const unsigned jobs_;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::vector<std::optional<Outcome>> window_;
  std::size_t begun_ = 0, taken_ = 0;
  bool ended_ = false;
  Steps steps_;
};

}  // namespace kcfin::cli
