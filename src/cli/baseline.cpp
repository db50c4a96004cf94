// Baseline entries: read with nlohmann_json, written one a line in a stable order, so that a change to
// the file reads well in a review.
#include "cli/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/finding_selection.h"
#include "cli/input.h"
#include "cli/wire.h"
#include "kcfin/fingerprint.h"
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
  entry.cik = text_of(json, "cik");
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
  entry.reason = text_of(json, "reason");
  entry.date = text_of(json, "date");
  entry.author = text_of(json, "author");
  if (entry.fingerprint.empty() || entry.rule.empty()) return std::nullopt;
  return entry;
}

KnownFinding entry_of(const report::FileResult& file, const Finding& finding) {
  const Filing& filing = file.checked.filing;
  return {finding.fingerprint,
          filing.issuer,
          filing.cik,
          filing.report.end.iso(),
          std::string(rules()[finding.rule].id),
          finding.label,
          finding.unit,
          finding.period,
          finding.reported,
          1,
          {},
          {},
          {}};
}

std::string text_of(const KnownFinding& entry) {
  std::string out;
  report::JsonWriter json(out);
  json.open_object();
  json.member("issuer", entry.issuer);
  if (!entry.cik.empty()) json.member("cik", entry.cik);
  json.member("report_period_end", entry.report_period_end);
  json.member("rule", entry.rule);
  json.member("label", entry.label);
  json.member("period", entry.period);
  json.member("unit", entry.unit);
  // As text: a reader of the file may not keep every digit of a number.
  json.member_or_null("reported", entry.reported ? entry.reported->text() : "");
  json.member("count", entry.count);
  json.member("fingerprint", entry.fingerprint);
  for (const auto& [key, text] :
       {std::pair("reason", &entry.reason), {"date", &entry.date}, {"author", &entry.author}}) {
    if (!text->empty()) json.member(key, *text);
  }
  json.close_object();
  return out;
}

// The name of a finding with the registrant called by that name.
std::string fingerprint_with(const std::string& registrant, const KnownFinding& entry) {
  return fingerprint_of({registrant, entry.report_period_end, entry.rule, entry.label, entry.period,
                         entry.unit, entry.reported});
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
    out += text_of(entry);
    before = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace

Baseline::Entries::const_iterator Baseline::entry_for(const Entries& entries, const KnownFinding& finding) {
  const auto own = entries.find(finding.fingerprint);
  if (own != entries.end() || finding.issuer.empty()) return own;
  if (!finding.cik.empty()) return entries.find(fingerprint_with(finding.issuer, finding));
  // The number is not known here: the entry that has one may be of the same issuer.
  return std::find_if(entries.begin(), entries.end(), [&finding](const auto& named) {
    const KnownFinding& entry = named.second;
    return !entry.cik.empty() && entry.issuer == finding.issuer &&
           fingerprint_with(entry.issuer, entry) == finding.fingerprint;
  });
}

bool Baseline::was_read(const KnownFinding& entry) const {
  return (!entry.cik.empty() && read_.contains({registrant_of(entry.cik, {}), entry.report_period_end})) ||
         read_.contains({entry.issuer, entry.report_period_end});
}

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

void Baseline::accept(report::FileResult& file, Share& share) const {
  Report& report = file.checked.report;
  std::vector<bool> known(report.findings.size(), false);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.cause != kNoCause) {
      known[i] = known[finding.cause];  // causes stand before what follows from them
      continue;
    }
    const auto entry = entry_for(entries_, entry_of(file, finding));
    if (entry == entries_.end() || share.matched[entry->first] == entry->second.count) continue;
    ++share.matched[entry->first];
    ++file.known;
    known[i] = true;
    file.accepted.push_back({finding, entry->second.reason, entry->second.date});
  }
  take_out(report, known);
}

void Baseline::add(report::FileResult& file, const std::vector<std::string>& wanted,
                   const std::string& reason, Share& share) {
  Report& report = file.checked.report;
  std::vector<bool> known(report.findings.size(), false);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.cause != kNoCause) {
      known[i] = known[finding.cause];
      continue;
    }
    const std::string_view rule = rules()[finding.rule].id;
    known[i] = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
      return name == finding.fingerprint || name == rule || name == rule.substr(0, rule.find('/'));
    });
    if (!known[i]) continue;
    const auto [entry, fresh] = share.listed.emplace(finding.fingerprint, entry_of(file, finding));
    if (!fresh) ++entry->second.count;
    ++file.known;
    file.accepted.push_back({finding, reason, {}});
  }
  take_out(report, known);
}

void Baseline::list(const report::FileResult& file, bool notes, Share& share) const {
  for (const Finding& finding : file.checked.report.findings) {
    if (finding.cause != kNoCause) continue;
    KnownFinding found = entry_of(file, finding);
    if (finding.severity == Severity::note && !notes && entry_for(entries_, found) == entries_.end() &&
        entry_for(kept_, found) == kept_.end())
      continue;
    const auto [entry, fresh] = share.listed.emplace(finding.fingerprint, std::move(found));
    if (!fresh) ++entry->second.count;
  }
}

std::string Baseline::sent(const Share& share) {
  WireWriter out;
  out.text(share.issuer).text(share.cik).text(share.report_period_end).number(share.matched.size());
  for (const auto& [fingerprint, count] : share.matched) out.text(fingerprint).number(count);
  for (const auto& [fingerprint, entry] : share.listed) out.text(text_of(entry));
  return out.take();
}

void Baseline::count(std::string_view sent) {
  WireReader in(sent);
  const std::string issuer(in.text()), cik(in.text()), period_end(in.text());
  read_.insert({issuer, period_end});
  if (!cik.empty()) read_.insert({registrant_of(cik, {}), period_end});
  for (std::uint64_t left = in.number(); left > 0 && in.more(); --left) {
    const std::string fingerprint(in.text());
    const auto count = static_cast<std::uint32_t>(in.number());
    found_[fingerprint] = std::max(found_[fingerprint], count);
  }
  while (in.more()) {
    const auto entry = entry_of(Json::parse(in.text(), nullptr, false));
    if (!entry) return;
    const auto [there, fresh] = listed_.emplace(entry->fingerprint, *entry);
    if (!fresh) there->second.count = std::max(there->second.count, entry->count);
  }
}

std::vector<KnownFinding> Baseline::stale() const {
  std::vector<KnownFinding> stale;
  for (const auto& [fingerprint, entry] : entries_) {
    const auto found = found_.find(fingerprint);
    const std::uint32_t count = found == found_.end() ? 0 : found->second;
    if (count < entry.count && was_read(entry)) stale.push_back(entry);
  }
  return stale;
}

std::string Baseline::pruned() const {
  std::vector<KnownFinding> kept;
  for (const auto& [fingerprint, entry] : entries_) {
    KnownFinding remaining = entry;
    const auto found = found_.find(fingerprint);
    if (was_read(entry)) {
      remaining.count = found == found_.end() ? 0 : found->second;
    }
    if (remaining.count > 0) kept.push_back(remaining);
  }
  return file_text(std::move(kept));
}

std::string Baseline::rewritten() const {
  std::vector<KnownFinding> all;
  for (const auto& [fingerprint, entry] : listed_) all.push_back(with_reason(entry));
  for (const auto* entries : {&entries_, &kept_}) {
    for (const auto& [fingerprint, entry] : *entries) {
      const bool told = entries == &kept_ && entries_.contains(fingerprint);
      if (!told && !was_read(entry)) all.push_back(entry);
    }
  }
  return file_text(std::move(all));
}

std::string Baseline::extended(const std::string& reason, const std::string& date) const {
  std::map<std::string, KnownFinding> all = kept_;
  for (const auto& [fingerprint, entry] : entries_) all[fingerprint] = entry;
  for (const auto& [fingerprint, entry] : listed_) {
    const auto [there, fresh] = all.emplace(fingerprint, entry);
    if (!fresh) there->second.count += entry.count;
    there->second.reason = reason;
    there->second.date = date;
  }
  std::vector<KnownFinding> entries;
  for (const auto& [fingerprint, entry] : all) entries.push_back(entry);
  return file_text(std::move(entries));
}

// What was said when the finding was accepted first.
KnownFinding Baseline::with_reason(KnownFinding entry) const {
  for (const auto* entries : {&kept_, &entries_}) {
    const auto before = entry_for(*entries, entry);
    if (before == entries->end()) continue;
    entry.reason = before->second.reason;
    entry.date = before->second.date;
    entry.author = before->second.author;
  }
  return entry;
}

}  // namespace kcfin::cli
