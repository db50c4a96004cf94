// `check --format sarif`: SARIF 2.1.0, within the limits of GitHub's code scanning. A root finding is a
// result; what follows from it, and the figures that it names, are its related locations.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/characters.h"
#include "report/format.h"
#include "report/json.h"
#include "report/names.h"
#include "report/printed.h"
#include "report/regions.h"
#include "report/rule_page.h"
#include "report/wording.h"

namespace kcfin::report {
namespace {

// GitHub refuses a run of more results than this.
constexpr std::uint64_t kMostResults = 25'000;
// ... and keeps no more locations of a result than this.
constexpr std::size_t kMostLocations = 100;

// A line for the message and each of its particulars; nothing of the filing's acts on who shows them.
std::string joined(const Checked& checked, const Finding& finding) {
  std::string text = shown(finding.message);
  for (const std::string& line : particulars(checked, finding)) text += "\n" + shown(line);
  return text;
}

// A path as a URI: relative to where the program ran, or absolute.
std::string uri_of(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = std::string_view("-._~/").find(c) != std::string_view::npos ||
                       (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

// A message is plain text, but a word in brackets may be a link: brackets of the filing are escaped.
std::string without_links(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.open_object();
  json.member("text", text);
  json.close_object();
}

void write_physical_location(JsonWriter& json, std::string_view file, const Region& region) {
  json.key("physicalLocation");
  json.open_object();
  json.key("artifactLocation");
  json.open_object();
  json.member("uri", uri_of(file));
  if (!file.starts_with('/')) json.member("uriBaseId", "%SRCROOT%");
  json.close_object();
  if (region.line > 0) {
    json.key("region");
    json.open_object();
    json.member("startLine", region.line);
    json.member("startColumn", region.start_column);
    if (region.end_column > 0) json.member("endColumn", region.end_column);
    json.close_object();
  }
  json.close_object();
}

// The results of one file.
class Results {
  // Another place that a finding speaks of.
  struct Related {
    std::string file;  // empty for the finding's own
    Place at;
    FigureId figure = kNoFigure;
    std::string text;
  };

 public:
  explicit Results(const FileResult& file)
      : file_(file),
        findings_(file.checked.report.findings),
        consequences_(consequences_of(findings_)),
        regions_(file.checked.document) {}

  std::vector<Piece> write() {
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < findings_.size(); ++i) {
      if (findings_[i].cause != kNoCause) continue;
      Piece& piece = pieces.emplace_back();
      piece.rank = rank_of(findings_[i].severity);
      JsonWriter json(piece.text);
      result(json, findings_[i], i, nullptr);
    }
    for (const Accepted& accepted : file_.accepted) {
      Piece& piece = pieces.emplace_back();
      piece.rank = rank_of(accepted.finding.severity);
      JsonWriter json(piece.text);
      result(json, accepted.finding, kAccepted, &accepted);
    }
    return pieces;
  }

 private:
  [[nodiscard]] std::string_view printed(FigureId figure) const {
    const auto& figures = file_.checked.filing.figures;
    return figure < figures.size() ? figures[figure].raw : std::string_view();
  }

  void location(JsonWriter& json, const Place& at, FigureId figure) {
    write_physical_location(json, file_.name, regions_.of(at, printed(figure)));
  }

  void location(JsonWriter& json, const Related& related) {
    if (related.file.empty()) {
      location(json, related.at, related.figure);
    } else {
      write_physical_location(json, related.file, {related.at.line, 1, 0});
    }
  }

  // Statement, column and row by the names that the filing gives them.
  void logical_locations(JsonWriter& json, const Finding& finding) {
    const Where where = where_of(file_.checked, finding);
    if (where.table.empty()) return;
    json.key("logicalLocations");
    json.open_array();
    json.open_object();
    json.member("name", shown(where.row.empty() ? where.statement : where.row));
    json.member("fullyQualifiedName",
                shown(fmt::format("{}/{}/{}", where.statement, where.column_heading, where.row)));
    const std::string fact = fact_id(file_.checked.filing, finding.figure);
    json.member("decoratedName", fact.empty() ? where.table : fact);
    json.member("kind", "element");
    json.close_object();
    json.close_array();
  }

  // What was looked at and accepted is no open alert.
  static void suppression(JsonWriter& json, const Accepted& accepted) {
    json.key("suppressions");
    json.open_array();
    json.open_object();
    json.member("kind", "external");
    json.member("status", "accepted");
    const std::string reason =
        accepted.date.empty() ? accepted.reason : accepted.date + ": " + accepted.reason;
    if (!accepted.reason.empty()) json.member("justification", shown(reason));
    json.close_object();
    json.close_array();
  }

  void result(JsonWriter& json, const Finding& finding, std::uint32_t index, const Accepted* accepted) {
    json.open_object();
    json.member("ruleId", rules()[finding.rule].id);
    json.member("ruleIndex", finding.rule);
    json.member("level", name(finding.severity));
    write_message(json, "message", without_links(joined(file_.checked, finding)));
    json.key("locations");
    json.open_array();
    json.open_object();
    write_physical_location(json, file_.name,
                            regions_.of(finding.at, report::printed(file_.checked.filing, finding)));
    logical_locations(json, finding);
    json.close_object();
    json.close_array();
    if (accepted == nullptr) {
      related(json, index);
    } else {
      suppression(json, *accepted);
    }
    // How sure it is, where that was weighed: from 0 to 100.
    if (const auto sure = finding.confidence ? rounded_percent(*finding.confidence) : std::nullopt) {
      json.member("rank", sure);
    }
    // The name that GitHub tells findings apart by (two of one name would be one alert), and the program's
    // own.
    json.key("partialFingerprints");
    json.open_object();
    json.member("primaryLocationLineHash",
                fmt::format("{}:{}", finding.fingerprint, ++of_a_name_[finding.fingerprint]));
    json.member("kcfinFinding/v1", finding.fingerprint);
    json.close_object();
    json.close_object();
  }

  [[nodiscard]] std::vector<Related> related_to(std::uint32_t index) const {
    std::vector<Related> found;
    for (const std::uint32_t i : consequences_[index]) {
      found.push_back({{},
                       findings_[i].at,
                       findings_[i].figure,
                       fmt::format("follows from it: {}", joined(file_.checked, findings_[i]))});
    }
    for (const Mention& mention : findings_[index].candidates) {
      found.push_back(
          {{}, mention.at, mention.figure, fmt::format("may be the wrong one: {}", shown(mention.label))});
    }
    for (const Mention& mention : findings_[index].related) {
      found.push_back({mention.file, mention.at, mention.figure, shown(mention.label)});
    }
    if (found.size() > kMostLocations) found.resize(kMostLocations);
    return found;
  }

  void related(JsonWriter& json, std::uint32_t index) {
    const std::vector<Related> found = related_to(index);
    if (found.empty()) return;
    json.key("relatedLocations");
    json.open_array();
    for (std::size_t i = 0; i < found.size(); ++i) {
      json.open_object();
      json.member("id", i + 1);
      location(json, found[i]);
      write_message(json, "message", without_links(found[i].text));
      json.close_object();
    }
    json.close_array();
  }

  static constexpr std::uint32_t kAccepted = kNoCause;  // stands in no list of findings

  static std::optional<Decimal> rounded_percent(const Decimal& share) {
    const auto scaled = power_of_ten(share.decimals);
    return scaled ? rounded({Wide{share.mantissa} * 100, *scaled}, 1) : std::nullopt;
  }

  const FileResult& file_;
  const std::vector<Finding>& findings_;
  Consequences consequences_;
  Regions regions_;
  std::map<std::string_view, std::size_t> of_a_name_;  // results so far, by fingerprint
};

// Where the pages of the rules stand.
constexpr std::string_view kHome = "https://kcfin.example";

void write_rule(JsonWriter& json, const Rule& rule) {
  json.open_object();
  json.member("id", rule.id);
  json.member("helpUri", fmt::format("{}/docs/rules/{}.md", kHome, rule.id));
  write_message(json, "shortDescription", rule.summary);
  write_message(json, "fullDescription", rule.checks);
  json.key("help");
  json.open_object();
  json.member("text", rule_page(rule, 100));
  json.member("markdown", rule_markdown(rule));
  json.close_object();
  json.key("defaultConfiguration");
  json.open_object();
  json.member("level", name(rule.severity));
  json.close_object();
  json.key("properties");
  json.open_object();
  json.key("tags");
  json.open_array();
  json.text(rule.id.substr(0, rule.id.find('/')));
  json.close_array();
  json.close_object();
  json.close_object();
}

void write_notification(JsonWriter& json, std::string_view level, std::string_view text) {
  json.open_object();
  json.member("level", level);
  write_message(json, "message", without_links(text));
  json.close_object();
}

class CheckSarif final : public Format {
 public:
  explicit CheckSarif(const CheckView& view) : view_(view) {}

  [[nodiscard]] bool streamed() const override { return false; }
  [[nodiscard]] bool tells_refusals() const override { return true; }
  [[nodiscard]] std::string_view separator() const override { return ",\n"; }
  [[nodiscard]] std::uint64_t most_pieces() const override { return kMostResults; }
  [[nodiscard]] std::vector<Piece> pieces(const FileResult& file) const override {
    return Results(file).write();
  }

  [[nodiscard]] std::string opening(const Totals& /*totals*/) const override {
    std::string out;
    JsonWriter json(out);
    json.open_object();
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0");
    json.key("runs");
    json.open_array();
    json.open_object();
    json.key("tool");
    json.open_object();
    json.key("driver");
    json.open_object();
    json.member("name", "kcfin");
    json.member("semanticVersion", view_.version);
    json.member("informationUri", kHome);
    json.key("rules");
    json.open_array();
    for (const Rule& rule : rules()) write_rule(json, rule);
    json.close_array();
    json.close_object();
    json.close_object();
    json.member("columnKind", "utf16CodeUnits");
    json.key("results");
    json.open_array();
    return out + "\n";
  }

  [[nodiscard]] std::string closing(const Totals& totals, std::uint64_t left_out) const override {
    std::string invocation;
    JsonWriter json(invocation);
    json.open_object();
    json.key("executionSuccessful");
    json.boolean(!totals.refused());
    json.key("toolExecutionNotifications");
    json.open_array();
    for (const Problem& problem : totals.problems) {
      write_notification(json, problem.passed_over ? "note" : "error",
                         shown(fmt::format("{}: {}", problem.file, problem.message)));
    }
    if (left_out > 0) {
      write_notification(json, "warning", counted(left_out, "finding is left out", "findings are left out"));
    }
    json.close_array();
    json.close_object();
    return fmt::format("\n],\"invocations\":[{}]}}]}}\n", invocation);
  }

 private:
  CheckView view_;
};

}  // namespace

std::unique_ptr<Format> check_sarif(const CheckView& view) { return std::make_unique<CheckSarif>(view); }

}  // namespace kcfin::report
