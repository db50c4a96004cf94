// A document of one paragraph, read for its claims, and the claims in the words of the labelled set.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kcfin/filing.h"

namespace kcfin {

class OneParagraph {
 public:
  explicit OneParagraph(std::string text, Period period = {{2024, 4, 1}, {2024, 6, 30}})
      : text_(std::move(text)) {
    Paragraph paragraph;
    paragraph.text = text_;
    paragraph.anchors.push_back({0, {1, 1}});
    document_.paragraphs.push_back(paragraph);
    document_.blocks.push_back({Block::Kind::paragraph, 0});
    filing_.report = period;
    filing_.report_kind = period.months() == 12  ? ReportKind::annual
                          : period.months() == 6 ? ReportKind::interim
                                                 : ReportKind::quarter;
    read_claims(document_, filing_);
  }
  OneParagraph(const OneParagraph&) = delete;
  OneParagraph& operator=(const OneParagraph&) = delete;

  [[nodiscard]] const Filing& filing() const { return filing_; }
  [[nodiscard]] const std::vector<Claim>& claims() const { return filing_.claims; }
  [[nodiscard]] const Figure& figure(FigureId id) const { return filing_.figures[id]; }

  // One line a claim, as labelled_sentences.txt explains.
  [[nodiscard]] std::vector<std::string> described() const {
    std::vector<std::string> out;
    for (const Claim& claim : filing_.claims) out.push_back(described(claim));
    return out;
  }

  // One line a trend: its metric, its way and word, its first dating; what it is not said to be compared with
  // is
  // "-". A cause explains.
  [[nodiscard]] std::vector<std::string> directions() const {
    std::vector<std::string> out;
    for (const Trend& trend : filing_.trends) {
      std::string line = (trend.metric.phrase.empty() ? "-" : trend.metric.phrase) + " | " +
                         (trend.direction == Direction::up ? "up" : "down") + " | " + trend.word + " | ";
      if (trend.datings.empty()) {
        line += "explains";
      } else {
        const Dating& dating = trend.datings.front();
        line += dating.period.end.iso() + " vs " + (trend.compared ? dating.base_period.end.iso() : "-");
      }
      out.push_back(std::move(line));
    }
    return out;
  }

 private:
  [[nodiscard]] std::string described(const Claim& claim) const {
    static constexpr std::string_view kKinds[] = {"amount", "change",    "points", "margin",
                                                  "share",  "per share", "count"};
    const Figure& own = figure(claim.figure);
    const bool change = claim.kind == ClaimKind::change || claim.kind == ClaimKind::point_change;
    std::string out(kKinds[static_cast<std::size_t>(claim.kind)]);
    out += " | " + claim.metric.phrase;
    if (!claim.part.empty()) out += " / " + claim.part;
    if (!claim.whole.empty()) out += " / " + claim.whole;
    out += " | ";
    if (change) out += own.value->text() + " ";
    out += own.raw;
    const Date date = change ? claim.base_period.end : own.period.end;
    out += change ? " | vs " : " | ";
    out += date.known() ? date.iso() : "-";
    if (change && claim.base != kNoFigure) out += " from " + std::string(figure(claim.base).raw);
    if (claim.translation != kNoFigure) out += " | " + std::string(figure(claim.translation).raw);
    return out;
  }

  std::string text_;
  Document document_;
  Filing filing_;
};

}  // namespace kcfin
