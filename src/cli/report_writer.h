// One report of a run: puts the pieces of a format in order and sends them to its output.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/output.h"
#include "report/format.h"

namespace kcfin::cli {

// Pieces that wait for the end of the run: in memory while they are few, then in an unnamed file.
class WaitingPieces {
 public:
  void add(std::string_view piece);
  [[nodiscard]] std::uint64_t count() const { return sizes_.size(); }
  // The first `most` pieces, each after the separator unless it is the report's first.
  void send(Output& output, std::string_view separator, std::uint64_t most, bool& first);
  [[nodiscard]] int fault() const { return fault_; }  // errno of the unnamed file; 0 where all is well

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void spill();

  std::string memory_;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<std::size_t> sizes_;
  int fault_ = 0;
};

class ReportWriter {
 public:
  ReportWriter(std::unique_ptr<report::Format> format, std::unique_ptr<Output> output)
      : format_(std::move(format)), output_(std::move(output)) {}

  [[nodiscard]] const report::Format& format() const { return *format_; }
  [[nodiscard]] Output& output() { return *output_; }

  // The pieces of the next file.
  void add(const std::vector<report::Piece>& pieces);
  // A streamed report is sent as far as it has come.
  void flush();
  void finish(const report::Totals& totals);

 private:
  void stream(const std::vector<report::Piece>& pieces);
  void open();

  std::unique_ptr<report::Format> format_;
  std::unique_ptr<Output> output_;
  std::array<WaitingPieces, report::kRanks> waiting_;
  std::uint64_t left_out_ = 0;
  bool opened_ = false, first_ = true;
};

}  // namespace kcfin::cli
