// Streamed reports go out as they come; others wait, rank by rank, for their totals.
#include "cli/report_writer.h"

#include <algorithm>
#include <cerrno>

namespace kcfin::cli {
namespace {

constexpr std::size_t kInMemory = 1U << 20U;

}  // namespace

void WaitingPieces::add(std::string_view piece) {
  sizes_.push_back(piece.size());
  memory_ += piece;
  if (memory_.size() > kInMemory) spill();
}

void WaitingPieces::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size()) fault_ = errno;
  memory_.clear();
}

void WaitingPieces::send(Output& output, std::string_view separator, std::uint64_t most, bool& first) {
  if (file_) {
    spill();
    if (fault_ == 0 && std::fseek(file_.get(), 0, SEEK_SET) != 0) fault_ = errno;
  }
  std::string piece;
  const std::string_view memory = memory_;
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(most, sizes_.size()) && fault_ == 0; ++i) {
    if (!first) output.write(separator);
    first = false;
    if (file_) {
      piece.resize(sizes_[i]);
      if (std::fread(piece.data(), 1, piece.size(), file_.get()) != piece.size()) fault_ = EIO;
      output.write(piece);
    } else {
      output.write(memory.substr(at, sizes_[i]));
      at += sizes_[i];
    }
  }
}

void ReportWriter::add(const std::vector<report::Piece>& pieces) {
  if (format_->streamed()) {
    stream(pieces);
    return;
  }
  const std::uint64_t most = std::min(format_->most_pieces(), format_->most_pieces_of_a_rank());
  for (const report::Piece& piece : pieces) {
    WaitingPieces& waiting = waiting_[piece.rank];
    if (waiting.count() < most) {
      waiting.add(piece.text);
    } else {
      ++left_out_;
    }
  }
}

void ReportWriter::stream(const std::vector<report::Piece>& pieces) {
  if (pieces.empty()) return;  // a report of nothing is not even begun
  open();
  for (const report::Piece& piece : pieces) {
    if (!first_) output_->write(format_->separator());
    first_ = false;
    output_->write(piece.text);
  }
}

void ReportWriter::open() {
  if (!opened_) output_->write(format_->opening({}));
  opened_ = true;
}

void ReportWriter::flush() {
  if (format_->streamed()) output_->flush();
}

void ReportWriter::finish(const report::Totals& totals) {
  if (format_->streamed()) {
    open();
  } else {
    output_->write(format_->opening(totals));
    std::uint64_t most = format_->most_pieces();
    for (WaitingPieces& waiting : waiting_) {
      const std::uint64_t sent = std::min(most, waiting.count());
      waiting.send(*output_, format_->separator(), sent, first_);
      if (waiting.fault() != 0) output_->fail(waiting.fault());
      left_out_ += waiting.count() - sent;
      most -= sent;
    }
  }
  output_->write(format_->closing(totals, left_out_));
  output_->commit();
}

}  // namespace kcfin::cli
