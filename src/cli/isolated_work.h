// Work on many things at once, each in a process whose end harms no other, with results in order.
//
// A few workers make the results; this process only asks for them, one thing a worker at a time, and takes
// them one after the other. Only a few results exist at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/worker.h"

namespace kcfin::cli {

class IsolatedWork {
 public:
  // Asks this process something, and waits until every earlier thing has asked or is finished: so an answer
  // is the same for any number of workers.
  using Ask = std::function<std::string(std::string_view question)>;
  struct Steps {
    // In a worker. Gives the result.
    std::function<std::string(std::size_t index, const Ask& ask)> make;
    // All others in this process.
    std::function<std::string(std::size_t index, std::string_view question)> answer;
    std::function<std::string(std::size_t index, const std::string& cause)>
        fault;                                                        // the result where make failed
    std::function<bool(std::size_t index, std::string result)> take;  // in order; false ends the work
    std::function<bool()> stop;                                       // asked before something new is begun
    std::function<void()> idle;  // now and then while the next result is awaited
  };
  struct Limits {
    unsigned jobs = 1;
    std::uint64_t milliseconds = 0;  // of processor time for one thing
  };

  IsolatedWork(std::size_t count, Limits limits, Steps steps);
  ~IsolatedWork();
  IsolatedWork(const IsolatedWork&) = delete;
  IsolatedWork& operator=(const IsolatedWork&) = delete;

  void run();

 private:
  struct Desk {
    explicit Desk(const std::function<void(Line&)>& work) : worker(work) {}
    Worker worker;
    std::optional<std::size_t> index;  // what it is at
    bool waits = false;                // for an answer
  };
  struct Thing {
    std::optional<std::string> question, result;
    Desk* desk = nullptr;
    bool settled = false;  // has its answer, or needs none
  };

  void serve(Line& line) const;
  [[nodiscard]] std::string made(std::size_t index, const Ask& ask) const;
  void begin_what_may_be();
  [[nodiscard]] bool begin(std::size_t index);
  void await();
  void hear(Desk& desk);
  void lose(Desk& desk);
  void answer_in_order();
  [[nodiscard]] bool take_in_order();
  [[nodiscard]] Thing& thing(std::size_t index) { return window_[index % window_.size()]; }

  const std::size_t count_;
  const Limits limits_;
  const Steps steps_;
  std::vector<std::unique_ptr<Desk>> desks_;
  std::vector<Thing> window_;
  std::size_t begun_ = 0, answered_ = 0, taken_ = 0;
  bool stopped_ = false;
};

}  // namespace kcfin::cli
