// The workers and what goes to and fro between them and this process: an index; questions and answers; a
// result.
#include "cli/isolated_work.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <exception>
#include <new>
#include <utility>

#include "cli/wire.h"

namespace kcfin::cli {
namespace {

// The first byte of what a worker sends.
constexpr char kQuestion = '?', kResult = '=', kFault = '!';

std::string seconds_text(std::uint64_t milliseconds) {
  constexpr std::uint64_t kSecond = 1000;
  std::string text = fmt::format("{}.{:03}", milliseconds / kSecond, milliseconds % kSecond);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// Ends this process by SIGXCPU after so much processor time from now on; 0: never.
class ProcessorTime {
 public:
  ProcessorTime() {
    sigevent event = {};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGXCPU;
    there_ = timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer_) == 0;
  }
  void allow(std::uint64_t milliseconds) const {
    constexpr std::uint64_t kSecond = 1000, kNanoseconds = 1'000'000;
    itimerspec wanted = {};
    wanted.it_value.tv_sec = static_cast<time_t>(milliseconds / kSecond);
    wanted.it_value.tv_nsec = static_cast<long>(milliseconds % kSecond * kNanoseconds);
    if (there_) timer_settime(timer_, 0, &wanted, nullptr);
  }

 private:
  timer_t timer_{};
  bool there_ = false;
};

}  // namespace

IsolatedWork::IsolatedWork(std::size_t count, Limits limits, Steps steps)
    : count_(count), limits_(limits), steps_(std::move(steps)), window_(std::size_t{2} * limits.jobs + 2) {}

IsolatedWork::~IsolatedWork() = default;

void IsolatedWork::run() {
  while (taken_ < count_) {
    begin_what_may_be();
    answer_in_order();
    if (!take_in_order()) break;
    if (stopped_ && taken_ == begun_) break;
    if (taken_ < count_ && !thing(taken_).result) await();
  }
  // What is not wanted any more is ended; who waits for more ends by himself.
  for (const auto& desk : desks_) {
    if (desk->index) desk->worker.signal(SIGKILL);
    desk->worker.dismiss();
  }
}

// ---------------------------------------------------------------- in a worker

void IsolatedWork::serve(Line& line) const {
  const ProcessorTime time;
  while (const auto order = line.receive()) {
    const std::size_t index = WireReader(*order).number();
    const Ask ask = [&line](std::string_view question) {
      line.send(kQuestion + std::string(question));
      auto answer = line.receive();
      return answer ? std::move(*answer) : std::string();
    };
    time.allow(limits_.milliseconds);
    const std::string result = made(index, ask);
    time.allow(0);
    if (!line.send(result)) return;
  }
}

std::string IsolatedWork::made(std::size_t index, const Ask& ask) const {
  try {
    return kResult + steps_.make(index, ask);
  } catch (const std::bad_alloc&) {
    return kFault + std::string("not enough memory");
  } catch (const std::exception& exception) {
    return kFault + std::string(exception.what());
  }
}

// ---------------------------------------------------------------- in this process

void IsolatedWork::begin_what_may_be() {
  const auto at_work = [](const auto& desk) { return desk->index && !desk->waits; };
  while (!stopped_ && begun_ < count_ && begun_ < taken_ + window_.size() &&
         std::count_if(desks_.begin(), desks_.end(), at_work) < static_cast<std::ptrdiff_t>(limits_.jobs)) {
    stopped_ = steps_.stop();
    if (stopped_ || !begin(begun_)) break;
    ++begun_;
  }
}

bool IsolatedWork::begin(std::size_t index) {
  auto free = std::find_if(desks_.begin(), desks_.end(), [](const auto& desk) { return !desk->index; });
  if (free == desks_.end()) {
    auto desk = std::make_unique<Desk>([this](Line& line) {
      for (const auto& other : desks_) other->worker.line().close();
      serve(line);
    });
    if (!desk->worker.begun()) {
      if (!desks_.empty()) return false;  // one that is there will do it later
      // The system gives no process at all: better unprotected than not.
      window_[index % window_.size()] = {};
      Thing& own = thing(index);
      const std::string made_here = made(index, [&](std::string_view q) { return steps_.answer(index, q); });
      own.settled = true;
      own.result =
          made_here.front() == kResult ? made_here.substr(1) : steps_.fault(index, made_here.substr(1));
      return true;
    }
    desks_.push_back(std::move(desk));
    free = desks_.end() - 1;
  }
  Desk& desk = **free;
  thing(index) = {};
  thing(index).desk = &desk;
  desk.index = index;
  desk.waits = false;
  if (desk.worker.line().send(WireWriter().number(index).take())) return true;
  desk.index.reset();  // it ended while nothing was to do: that is nobody's fault
  lose(desk);
  return begin(index);
}

void IsolatedWork::await() {
  constexpr int kIdleMilliseconds = 100;
  std::vector<pollfd> lines;
  std::vector<Desk*> desks;
  for (const auto& desk : desks_) {
    lines.push_back({desk->worker.line().descriptor(), POLLIN, 0});
    desks.push_back(desk.get());
  }
  if (poll(lines.data(), lines.size(), kIdleMilliseconds) <= 0) {
    // Those that wait for something that may never come have to know.
    if (steps_.stop()) {
      stopped_ = true;
      for (Desk* desk : desks) desk->worker.signal(SIGINT);
    }
    steps_.idle();
    return;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].revents != 0) hear(*desks[i]);
  }
}

void IsolatedWork::hear(Desk& desk) {
  const bool there = desk.worker.line().fill();
  while (desk.index) {
    auto message = desk.worker.line().next();
    if (!message || message->empty()) break;
    Thing& own = thing(*desk.index);
    const char kind = message->front();
    message->erase(0, 1);
    if (kind == kQuestion) {
      own.question = std::move(*message);
      desk.waits = true;
      continue;
    }
    own.result = kind == kResult ? std::move(*message) : steps_.fault(*desk.index, *message);
    own.desk = nullptr;
    desk.index.reset();
    desk.waits = false;
  }
  if (!there) lose(desk);
}

// Its worker has ended: what it was at gets that for a result.
void IsolatedWork::lose(Desk& desk) {
  const Worker::End end = desk.worker.end();
  if (desk.index) {
    Thing& own = thing(*desk.index);
    own.desk = nullptr;
    own.question.reset();
    own.result =
        steps_.fault(*desk.index, end.signal == SIGXCPU
                                      ? fmt::format("more than {} seconds of processor time (--max-seconds)",
                                                    seconds_text(limits_.milliseconds))
                                      : end.text);
  }
  std::erase_if(desks_, [&desk](const auto& one) { return one.get() == &desk; });
}

void IsolatedWork::answer_in_order() {
  for (; answered_ < begun_; ++answered_) {
    Thing& own = thing(answered_);
    if (own.question && own.desk != nullptr) {
      const std::string answer = steps_.answer(answered_, *std::exchange(own.question, std::nullopt));
      own.desk->waits = false;
      own.desk->worker.line().send(answer);  // if it has ended, its end is heard next
    } else if (!own.result) {
      return;
    }
  }
}

bool IsolatedWork::take_in_order() {
  while (taken_ < answered_ && thing(taken_).result) {
    const std::size_t index = taken_++;
    if (!steps_.take(index, std::move(*std::exchange(thing(index).result, std::nullopt)))) return false;
  }
  return true;
}

}  // namespace kcfin::cli
