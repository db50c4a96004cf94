// The scanner of amounts: by hand, because digits are read about ten times faster than by a pattern.
#include "prose/quantity.h"

#include <algorithm>
#include <array>
#include <optional>

#include "values/ascii.h"
#include "values/percentage_points.h"
#include "values/text.h"
#include "words/currency.h"

namespace kcfin::prose {
namespace {

using ascii::letter;

struct ScaleWord {
  std::string_view text;
  std::uint8_t power;
};
// Longer ones first where one begins with another: "₹437.9K Cr" is in thousands of crores.
constexpr std::array<ScaleWord, 28> kScales = {{{"lakh crores", 12},
                                                {"lakh crore", 12},
                                                {"lakh Cr", 12},
                                                {"K crores", 10},
                                                {"K crore", 10},
                                                {"K Cr", 10},
                                                {"Cr", 7},
                                                {"million", 6},
                                                {"billion", 9},
                                                {"thousand", 3},
                                                {"trillion", 12},
                                                {"millions", 6},
                                                {"billions", 9},
                                                {"Million", 6},
                                                {"Billion", 9},
                                                {"MILLION", 6},
                                                {"BILLION", 9},
                                                {"mn", 6},
                                                {"bn", 9},
                                                {"mm", 6},
                                                {"M", 6},
                                                {"B", 9},
                                                {"m", 6},
                                                {"b", 9},
                                                {"crore", 7},
                                                {"crores", 7},
                                                {"lakh", 5},
                                                {"lakhs", 5}}};

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kEnDash = "\u2013";

struct DilutionWords {
  std::string_view text;
  Dilution dilution;
};
// Longer ones first.
constexpr auto kDilutionWords = std::to_array<DilutionWords>({{"basic and fully diluted", Dilution::both},
                                                              {"basic and diluted", Dilution::both},
                                                              {"fully diluted", Dilution::diluted},
                                                              {"diluted", Dilution::diluted},
                                                              {"basic", Dilution::basic}});
constexpr auto kMeasuresPerShare = std::to_array<std::string_view>(
    {"net earnings ", "net income ", "net loss ", "net profit ", "earnings ", "income ", "loss ", "profit "});

const DilutionWords* dilution_at(std::string_view text) {
  const auto* const found =
      std::find_if(kDilutionWords.begin(), kDilutionWords.end(),
                   [&](const DilutionWords& words) { return text.starts_with(words.text); });
  return found == kDilutionWords.end() ? nullptr : found;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Quantity>& out) : text_(text), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < text_.size();) {
      if (is_digit(text_[i])) {
        i = figure(i);
      } else if (text_[i] == 'n' || text_[i] == 'N') {
        i = nil(i);
      } else {
        ++i;
      }
    }
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] bool stands(std::size_t i, std::string_view what) const {
    return text_.substr(i, what.size()) == what;
  }
  [[nodiscard]] bool word_ends(std::size_t i) const { return !letter(at(i)) && !is_digit(at(i)); }
  [[nodiscard]] std::size_t past_spaces(std::size_t i) const {
    while (at(i) == ' ') ++i;
    return i;
  }

  std::size_t nil(std::size_t i) {
    const bool word =
        (stands(i, "nil") || stands(i, "Nil")) && word_ends(i + 3) && (i == 0 || word_ends(i - 1));
    if (!word) return i + 1;
    Quantity q;
    q.kind = QuantityKind::nil;
    q.begin = static_cast<std::uint32_t>(i);
    q.end = static_cast<std::uint32_t>(i + 3);
    out_.push_back(q);
    return i + 3;
  }

  // Reads the figure whose first digit is at `i`; returns where to go on.
  std::size_t figure(std::size_t i) {
    const std::size_t end = digits_end(i);
    Quantity q;
    q.begin = static_cast<std::uint32_t>(i);
    if (!read_number(i, end, q)) return end;
    const bool bracketed = read_before(i, q);
    std::size_t after = past_footnote(end);
    const bool money = q.code[0] != '\0';
    if (bracketed && at(after) == ')') ++after;
    if (money && !bracketed && in_negative_brackets(q, after)) {
      q.value = q.value.negated();
      q.marked_negative = true;
      --q.begin;
      ++after;
    }
    if (!money && (read_percent(after, q) || part_of_word(i, end))) {
      if (q.kind == QuantityKind::money) return end;  // nothing but digits inside a word
      out_.push_back(q);
      return q.end;
    }
    after = read_scale(after, q);
    if (bracketed && at(after) == ')') ++after;
    q.end = static_cast<std::uint32_t>(past_footnote(after));
    if (!money) read_currency_name(q);
    if (q.code[0] == '\0') read_name_before(q);
    if (q.code[0] == '\0' && !read_count(q)) return end;
    if (q.kind == QuantityKind::money) read_per(q);
    out_.push_back(q);
    return q.end;
  }

  // Digits with commas between groups of three, in India of two and a last one of three, and one decimal
  // point.
  [[nodiscard]] std::size_t digits_end(std::size_t i) const {
    while (is_digit(at(i))) ++i;
    while (at(i) == ',' && is_digit(at(i + 1)) && is_digit(at(i + 2)) && at(i + 3) == ',' &&
           is_digit(at(i + 4)))
      i += 3;
    while (at(i) == ',' && is_digit(at(i + 1)) && is_digit(at(i + 2)) && is_digit(at(i + 3)) &&
           !is_digit(at(i + 4)))
      i += 4;
    if (at(i) == '.' && is_digit(at(i + 1))) {
      ++i;
      while (is_digit(at(i))) ++i;
    }
    return i;
  }

  bool read_number(std::size_t begin, std::size_t end, Quantity& q) const {
    int significant = 0;
    bool point = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == ',') {
        q.grouped = true;
      } else if (text_[i] == '.') {
        point = true;
      } else {
        if (++significant > 18) return false;
        q.value.mantissa = q.value.mantissa * 10 + (text_[i] - '0');
        if (point) {
          ++q.value.decimals;
        } else {
          ++q.integer_digits;
        }
      }
    }
    return true;
  }

  // Sign, bracket and currency mark before the digits. True where a bracket stands between mark and digits.
  bool read_before(std::size_t i, Quantity& q) const {
    std::size_t before = i;
    bool bracketed = false;
    bool minus = take_sign(before);
    if (before > 0 && text_[before - 1] == '(') {
      std::size_t mark = before - 1;
      Quantity probe;
      if (take_currency(mark, probe)) {
        q.code = probe.code;
        before = mark;
        bracketed = minus = true;
      }
    }
    if (!bracketed) {
      std::size_t mark = before;
      if (take_currency(mark, q)) {
        before = mark;
        if (!minus) minus = take_sign(before);
      } else if (minus && !sign_position(before)) {
        minus = false;
        before = i;
      }
    }
    if (minus) {
      q.value = q.value.negated();
      q.marked_negative = true;
    }
    q.begin = static_cast<std::uint32_t>(before);
    return bracketed;
  }

  // "($6.7) million", "was ($0.14)": the brackets hold mark and digits and are the sign. What stands in them
  // behind a figure or a noun, with its scale, is a translation or an aside.
  [[nodiscard]] bool in_negative_brackets(const Quantity& q, std::size_t close) const {
    if (q.marked_negative || q.begin == 0 || text_[q.begin - 1] != '(' || at(close) != ')') return false;
    Quantity scaled;
    return read_scale(close + 1, scaled) != close + 1 || led_to(q.begin - 1);
  }

  // Whether a word that leads to a figure stands before the place.
  [[nodiscard]] bool led_to(std::size_t at) const {
    std::string_view before = text_.substr(0, at);
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0 && letter(before[begin - 1])) --begin;
    constexpr auto kLeading =
        std::to_array<std::string_view>({"was", "were", "is", "of", "to", "from", "with", "or", "by", "at",
                                         "than", "against", "versus", "totaled", "totalled"});
    return std::find(kLeading.begin(), kLeading.end(), before.substr(begin)) != kLeading.end();
  }

  // A sign before bare digits must itself follow a space, a bracket or nothing: "2023-24" has none.
  [[nodiscard]] bool sign_position(std::size_t sign) const {
    return sign == 0 || text_[sign - 1] == ' ' || text_[sign - 1] == '(';
  }

  bool take_sign(std::size_t& before) const {
    if (before >= 1 && text_[before - 1] == '-') {
      if (before >= 2 && is_digit(text_[before - 2])) return false;
      before -= 1;
      return true;
    }
    if (before < 3) return false;
    const std::string_view three = text_.substr(before - 3, 3);
    if (three != kMinus && three != kEnDash) return false;
    if (before >= 4 && (is_digit(text_[before - 4]) || text_[before - 4] == '%')) return false;  // a range
    before -= 3;
    return true;
  }

  bool take_currency(std::size_t& before, Quantity& q) const {
    std::size_t end = before;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const words::CurrencyForm* mark = words::currency_before(text_.substr(0, end), words::kMarks);
    if (mark == nullptr) return false;
    const std::size_t begin = end - mark->text.size();
    if ((letter(mark->text[0]) || mark->text == "$") && begin > 0 && letter(text_[begin - 1])) return false;
    q.code = currency(mark->code);
    before = begin;
    return true;
  }

  // Superscript digits, "[1]" and "*1" glued to a figure are footnote marks.
  [[nodiscard]] std::size_t past_footnote(std::size_t i) const {
    for (;;) {
      const std::string_view two = text_.substr(std::min(i, text_.size()), 2);
      if (two == "\u00b9" || two == "\u00b2" || two == "\u00b3") {
        i += 2;
      } else if (stands(i, "\xe2\x81") && static_cast<unsigned char>(at(i + 2)) >= 0xb0 &&
                 static_cast<unsigned char>(at(i + 2)) <= 0xb9) {
        i += 3;
      } else if (at(i) == '[' && is_digit(at(i + 1)) &&
                 (at(i + 2) == ']' || (is_digit(at(i + 2)) && at(i + 3) == ']'))) {
        i += at(i + 2) == ']' ? 3U : 4U;
      } else if (at(i) == '*' && is_digit(at(i + 1)) && !is_digit(at(i + 2))) {
        i += 2;
      } else {
        return i;
      }
    }
  }

  bool read_percent(std::size_t i, Quantity& q) const {
    std::size_t at_unit = i;
    if (at(at_unit) == ')') {  // (8.5)%
      if (at(at_unit + 1) != '%' || q.begin == 0 || text_[q.begin - 1] != '(') return false;
      ++at_unit;
      q.value = q.value.negated();
      q.marked_negative = true;
      --q.begin;
    }
    at_unit = past_spaces(at_unit);
    if (at(at_unit) == '-') ++at_unit;  // a 5.8-percentage-point increase
    if (at(at_unit) != '%' && at(at_unit) != 'p' && at(at_unit) != 'b') return false;
    for (const std::string_view unit : kPointUnits) {
      if (stands(at_unit, unit) && word_ends(at_unit + unit.size()))
        return finish(QuantityKind::points, at_unit + unit.size(), q);
    }
    for (const std::string_view unit : kBasisPointUnits) {
      if (stands(at_unit, unit) && word_ends(at_unit + unit.size()) && q.value.decimals <= 16) {
        q.value.decimals = static_cast<std::uint8_t>(q.value.decimals + 2);
        return finish(QuantityKind::points, at_unit + unit.size(), q);
      }
    }
    if (at(at_unit) == '%') {
      std::size_t end = at_unit + 1;
      const std::size_t points = past_spaces(end);
      if (stands(points, "points") || stands(points, "pts"))
        return finish(QuantityKind::points, points + (stands(points, "points") ? 6 : 3), q);
      return finish(QuantityKind::percent, past_footnote(end), q);
    }
    for (const std::string_view unit : {"percent", "per cent"}) {
      if (stands(at_unit, unit) && word_ends(at_unit + unit.size()))
        return finish(QuantityKind::percent, at_unit + unit.size(), q);
    }
    return false;
  }

  static bool finish(QuantityKind kind, std::size_t end, Quantity& q) {
    q.kind = kind;
    q.end = static_cast<std::uint32_t>(end);
    return true;
  }

  [[nodiscard]] bool part_of_word(std::size_t begin, std::size_t end) const {
    if (begin > 0 && (letter(text_[begin - 1]) || text_[begin - 1] == '.' || text_[begin - 1] == '/'))
      return true;
    if (begin > 1 && text_[begin - 1] == '-' && (letter(text_[begin - 2]) || is_digit(text_[begin - 2])))
      return true;
    if (at(end) == '-' && (letter(at(end + 1)) || is_digit(at(end + 1))))
      return !stands(end, "-million") && !stands(end, "-billion");
    return false;
  }

  std::size_t read_scale(std::size_t i, Quantity& q) const {
    std::size_t word = past_spaces(i);
    if (at(word) == '-') ++word;
    for (const ScaleWord& scale : kScales) {
      if (at(word) != scale.text[0] || !stands(word, scale.text)) continue;
      const std::size_t mark = glued_mark(scale.text, word + scale.text.size());
      if (!word_ends(word + scale.text.size() + mark)) continue;
      if (scale.text.size() == 1 && (word != i || q.code[0] == '\0')) continue;  // "RMB4.9m", never "5 m"
      q.scale_power = scale.power;
      q.scale_stated = true;
      return past_footnote(word + scale.text.size() + mark);
    }
    return i;
  }

  // "million1": one digit that lost its place above the line is a footnote mark too.
  [[nodiscard]] std::size_t glued_mark(std::string_view scale, std::size_t i) const {
    constexpr std::size_t kWord = 7;  // "million", but not "m" or "bn"
    return scale.size() >= kWord && is_digit(at(i)) && at(i) != '0' && !is_digit(at(i + 1)) ? 1 : 0;
  }

  // After the figure: "12.3 million yuan", "212.4 million EUR". A code before the next figure is that one's.
  void read_currency_name(Quantity& q) const {
    const std::size_t word = past_spaces(q.end);
    const words::CurrencyForm* name =
        words::currency_at(text_.substr(std::min(word, text_.size())), words::Form::name | words::Form::code);
    if (name == nullptr) return;
    const std::size_t end = word + name->text.size();
    if (!word_ends(end) || is_digit(at(past_spaces(end)))) return;
    q.code = currency(name->code);
    q.end = static_cast<std::uint32_t>(end);
  }

  // "Euro 12.3 million", "Euro 0.45": the name before the figure, which "Euro 6" for a standard is not.
  void read_name_before(Quantity& q) const {
    if (!q.scale_stated && !q.grouped && q.value.decimals == 0) return;
    std::size_t end = q.begin;
    while (end > 0 && text_[end - 1] == ' ') --end;
    if (end == q.begin) return;
    const words::CurrencyForm* name =
        words::currency_before(text_.substr(0, end), static_cast<words::Forms>(words::Form::name));
    if (name == nullptr) return;
    const std::size_t begin = end - name->text.size();
    if (begin > 0 && letter(text_[begin - 1])) return;
    q.code = currency(name->code);
    q.begin = static_cast<std::uint32_t>(begin);
  }

  // Bare digits are a count where they are grouped or scaled, or where what they count is named.
  bool read_count(Quantity& q) const {
    q.kind = QuantityKind::count;
    if (q.scale_stated || q.grouped) return true;
    if (q.value.decimals != 0) return false;
    const std::size_t word = past_spaces(q.end);
    for (const std::string_view noun :
         {"employees", "ADSs", "ordinary shares", "shares", "full-time employees", "staff"}) {
      if (stands(word, noun)) return true;
    }
    return false;
  }

  // "per ADS", "per basic and diluted share", "/share", "diluted earnings per share".
  void read_per(Quantity& q) const {
    std::size_t word = past_spaces(q.end);
    Dilution dilution = Dilution::none;
    if (at(word) == '/') {
      ++word;
    } else {
      if (!q.scale_stated) word = past_measure(past_dilution(word, dilution));
      if (!stands(word, "per ")) return;
      word += 4;
    }
    for (const std::string_view average : {"weighted average ", "average "}) {
      if (stands(word, average)) word += average.size();
    }
    word = past_dilution(word, dilution);
    for (const std::string_view qualifier :
         {"ordinary ", "Class A ordinary ", "Class A and Class B ordinary ", "common "}) {
      if (stands(word, qualifier)) word += qualifier.size();
    }
    if (stands(word, "ADS") || stands(word, "ADR") || stands(word, "American depositary share"))
      q.per = Per::ads;
    if (stands(word, "share") || stands(word, "Share")) q.per = Per::share;
    if (q.per == Per::none) return;
    while (letter(at(word)) || at(word) == ' ') {
      if (at(word) == ' ' && !stands(word, " depositary") && !stands(word, " share")) break;
      ++word;
    }
    q.dilution = dilution;
    q.end = static_cast<std::uint32_t>(word);
  }

  std::size_t past_dilution(std::size_t word, Dilution& dilution) const {
    const DilutionWords* words = dilution_at(text_.substr(std::min(word, text_.size())));
    if (words == nullptr || at(word + words->text.size()) != ' ') return word;
    dilution = words->dilution;
    return word + words->text.size() + 1;
  }

  [[nodiscard]] std::size_t past_measure(std::size_t word) const {
    for (const std::string_view measure : kMeasuresPerShare) {
      if (stands(word, measure)) return word + measure.size();
    }
    return word;
  }

  std::string_view text_;
  std::vector<Quantity>& out_;
};

bool one_unit(const Quantity& q) {
  return q.kind == QuantityKind::money && !q.scale_stated && q.value.mantissa > 0 &&
         same_value(q.value, Decimal{1, 0});
}

bool rate_between(std::string_view between) {
  std::size_t begin = between.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view trimmed = between.substr(begin, between.find_last_not_of(' ') + 1 - begin);
  return trimmed == "to" || trimmed == "per" || trimmed == "=" || trimmed == ":" || trimmed == "for" ||
         trimmed == "equals" || trimmed == "for each" || trimmed == "to each" || trimmed == "is equal to" ||
         trimmed == "against";
}

// "RMB7.2513 per US$1.00", "US$1.00 = RMB7.2993": two amounts of different currencies, one of them a unit.
void drop_rates(std::string_view text, std::size_t first, std::vector<Quantity>& out) {
  for (std::size_t i = first; i + 1 < out.size();) {
    const bool pair = out[i].kind == QuantityKind::money && out[i + 1].kind == QuantityKind::money &&
                      out[i].code != out[i + 1].code && (one_unit(out[i]) || one_unit(out[i + 1])) &&
                      rate_between(text.substr(out[i].end, out[i + 1].begin - out[i].end));
    if (pair) {
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(i),
                out.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    } else {
      ++i;
    }
  }
}

void drop_par_values(std::string_view text, std::size_t first, std::vector<Quantity>& out) {
  const auto par = [&](const Quantity& q) {
    const std::string_view before = text.substr(0, q.begin);
    const std::size_t word = before.rfind("par value");
    return word != std::string_view::npos && q.begin - word <= 14;
  };
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), par), out.end());
}

// "US$0.44 basic and US$0.42 diluted", "US$1.31 earnings per basic and US$1.28 earnings per diluted share":
// what stands behind the amount, up to the next amount, a mark or a small word.
void read_dilution(std::string_view text, Quantity& q) {
  if (q.kind != QuantityKind::money || q.scale_stated || q.dilution != Dilution::none) return;
  std::string_view rest = text.substr(q.end);
  if (!rest.starts_with(' ')) return;
  rest.remove_prefix(1);
  for (const std::string_view measure : kMeasuresPerShare) {
    if (rest.starts_with(measure) && rest.substr(measure.size()).starts_with("per "))
      rest.remove_prefix(measure.size() + 4);
  }
  const DilutionWords* words = dilution_at(rest);
  if (words == nullptr) return;
  rest.remove_prefix(words->text.size());
  const bool closes = rest.empty() || rest.starts_with(',') || rest.starts_with('.') ||
                      rest.starts_with(';') || rest.starts_with(')') || rest.starts_with(" and ") ||
                      rest.starts_with(" for ") || rest.starts_with(" in ") || rest.starts_with(" compared ");
  if (!closes) return;
  q.dilution = words->dilution;
  q.end = static_cast<std::uint32_t>(text.size() - rest.size());
}

// "basic and diluted earnings of RMB3.70 and RMB3.65 per ADS": both are per ADS.
void share_per(std::string_view text, std::size_t first, std::vector<Quantity>& out) {
  for (std::size_t i = out.size(); i > first + 1; --i) {
    Quantity& before = out[i - 2];
    const Quantity& after = out[i - 1];
    if (after.per == Per::none || before.per != Per::none || before.kind != QuantityKind::money ||
        before.scale_stated || before.code != after.code)
      continue;
    const std::string_view between = text.substr(before.end, after.begin - before.end);
    if (between == " and " || between == ", " || between == ", and ") before.per = after.per;
  }
}

}  // namespace

bool is_percent(const Quantity& quantity) {
  return quantity.kind == QuantityKind::percent || quantity.kind == QuantityKind::points;
}

bool same_kind(const Quantity& a, const Quantity& b) {
  const auto kind = [](const Quantity& q) {
    return q.kind == QuantityKind::nil ? QuantityKind::money : q.kind;
  };
  if (kind(a) != kind(b)) return false;
  return a.code == b.code || a.kind == QuantityKind::nil || b.kind == QuantityKind::nil;
}

bool translates(const Quantity& a, const Quantity& b) {
  return a.kind == QuantityKind::money && b.kind == QuantityKind::money && a.code != b.code;
}

void scan_quantities(std::string_view text, std::vector<Quantity>& out) {
  const std::size_t first = out.size();
  Scanner(text, out).run();
  for (std::size_t i = first; i < out.size(); ++i) read_dilution(text, out[i]);
  share_per(text, first, out);
  drop_rates(text, first, out);
  if (text.find("par value") != std::string_view::npos) drop_par_values(text, first, out);
}

}  // namespace kcfin::prose
