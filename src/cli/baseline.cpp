// Baseline entries: read with nlohmann_json, written one a line in a stable order, so that a change to
// the file reads well in a review.
#include "cli/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/finding_selection.h"
#include "cli/input.h"
#include "report/json.h"

namespace kcfin::cli {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20U;

using Json = nlohmann::json;

std::string text_of(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Date date_of(const std::string& text) {
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  if (text.size() != 10 || !digits || std::count(text.begin(), text.end(), '-') != 2) return {};
  const auto number = [&text](std::size_t at, std::size_t length) {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  return calendar_date(number(0, 4), number(5, 2), number(8, 2));
}

// Empty where it is no entry.
std::optional<KnownFinding> entry_of(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  KnownFinding entry;
  entry.fingerprint = text_of(json, "fingerprint");
  entry.issuer = text_of(json, "issuer");
  entry.report_period_end = text_of(json, "report_period_end");
  entry.rule = text_of(json, "rule");
  entry.label = text_of(json, "label");
  entry.unit = text_of(json, "unit");
  if (const auto period = json.find("period"); period != json.end() && period->is_object()) {
    entry.period = {date_of(text_of(*period, "start")), date_of(text_of(*period, "end"))};
  }
  entry.reported = Decimal::parse(text_of(json, "reported"));
  if (const auto count = json.find("count"); count != json.end() && count->is_number_unsigned()) {
    entry.count = count->get<std::uint32_t>();
  }
  if (entry.fingerprint.empty() || entry.rule.empty()) return std::nullopt;
  return entry;
}

KnownFinding entry_of(const report::FileResult& file, const Finding& finding) {
  const Filing& filing = file.checked.filing;
  return {finding.fingerprint,
          filing.issuer,
          filing.report.end.iso(),
          std::string(rules()[finding.rule].id),
          finding.label,
          finding.unit,
          finding.period,
          finding.reported,
          1};
}

void write_entry(std::string& out, const KnownFinding& entry) {
  report::JsonWriter json(out);
  json.open_object();
  json.member("issuer", entry.issuer);
  json.member("report_period_end", entry.report_period_end);
  json.member("rule", entry.rule);
  json.member("label", entry.label);
  json.member("period", entry.period);
  json.member("unit", entry.unit);
  // As text: a reader of the file may not keep every digit of a number.
  json.member_or_null("reported", entry.reported ? entry.reported->text() : "");
  json.member("count", entry.count);
  json.member("fingerprint", entry.fingerprint);
  json.close_object();
}

std::string file_text(std::vector<KnownFinding> entries) {
  const auto order = [](const KnownFinding& entry) {
    return std::tie(entry.issuer, entry.report_period_end, entry.rule, entry.label, entry.fingerprint);
  };
  std::sort(entries.begin(), entries.end(),
            [&order](const KnownFinding& a, const KnownFinding& b) { return order(a) < order(b); });
  std::string out = "{\"schema_version\":1,\"findings\":[";
  std::string_view before = "\n";
  for (const KnownFinding& entry : entries) {
    out += before;
    write_entry(out, entry);
    before = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& path) {
  Result<std::string> bytes = bytes_of(path, kMostBytes);
  if (!bytes) return Error{fmt::format("{}: {}", path, bytes.error().message), 0};
  Json json;
  try {
    json = Json::parse(*bytes);
  } catch (const Json::parse_error& error) {
    return Error{fmt::format("{}: not a baseline: no JSON at byte {}", path, error.byte), 0};
  }
  const auto version = json.is_object() ? json.value("schema_version", Json()) : Json();
  if (version != 1 || !json.contains("findings") || !json["findings"].is_array()) {
    return Error{fmt::format("{}: not a baseline of version 1", path), 0};
  }
  Baseline baseline;
  std::size_t number = 0;
  for (const Json& element : json["findings"]) {
    ++number;
    const auto entry = entry_of(element);
    if (!entry) return Error{fmt::format("{}: entry {} names no finding", path, number), 0};
    baseline.entries_.emplace(entry->fingerprint, *entry);
  }
  return baseline;
}

void Baseline::accept(report::FileResult& file) {
  Report& report = file.checked.report;
  std::map<std::string, std::uint32_t> matched;
  std::vector<bool> known(report.findings.size(), false);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.cause != kNoCause) {
      known[i] = known[finding.cause];  // causes stand before what follows from them
      continue;
    }
    const auto entry = entries_.find(finding.fingerprint);
    if (entry == entries_.end() || matched[finding.fingerprint] == entry->second.count) continue;
    ++matched[finding.fingerprint];
    ++file.known;
    known[i] = true;
  }
  take_out(report, known);
  read_.insert({file.checked.filing.issuer, file.checked.filing.report.end.iso()});
  for (const auto& [fingerprint, count] : matched) {
    found_[fingerprint] = std::max(found_[fingerprint], count);
  }
}

void Baseline::list(const report::FileResult& file) {
  std::map<std::string, KnownFinding> listed;
  for (const Finding& finding : file.checked.report.findings) {
    if (finding.cause != kNoCause) continue;
    const auto [entry, fresh] = listed.emplace(finding.fingerprint, entry_of(file, finding));
    if (!fresh) ++entry->second.count;
  }
  read_.insert({file.checked.filing.issuer, file.checked.filing.report.end.iso()});
  for (auto& [fingerprint, entry] : listed) {
    const auto [there, fresh] = listed_.emplace(fingerprint, entry);
    if (!fresh) there->second.count = std::max(there->second.count, entry.count);
  }
}

std::vector<KnownFinding> Baseline::stale() const {
  std::vector<KnownFinding> stale;
  for (const auto& [fingerprint, entry] : entries_) {
    const auto found = found_.find(fingerprint);
    const std::uint32_t count = found == found_.end() ? 0 : found->second;
    if (count < entry.count && read_.contains({entry.issuer, entry.report_period_end}))
      stale.push_back(entry);
  }
  return stale;
}

std::string Baseline::pruned() const {
  std::vector<KnownFinding> kept;
  for (const auto& [fingerprint, entry] : entries_) {
    KnownFinding remaining = entry;
    const auto found = found_.find(fingerprint);
    if (read_.contains({entry.issuer, entry.report_period_end})) {
      remaining.count = found == found_.end() ? 0 : found->second;
    }
    if (remaining.count > 0) kept.push_back(remaining);
  }
  return file_text(std::move(kept));
}

std::string Baseline::rewritten() const {
  std::vector<KnownFinding> all;
  for (const auto& [fingerprint, entry] : listed_) all.push_back(entry);
  for (const auto& [fingerprint, entry] : entries_) {
    if (!read_.contains({entry.issuer, entry.report_period_end})) all.push_back(entry);
  }
  return file_text(std::move(all));
}

}  // namespace kcfin::cli
