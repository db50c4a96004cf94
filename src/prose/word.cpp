// The lexicon of sentences about figures, and the tokenizer.
#include "prose/word.h"

#include <algorithm>
#include <array>
#include <string>

#include "values/ascii.h"

namespace kcfin::prose {
namespace {

struct Entry {
  Word word = Word::other;
  std::uint8_t value = 0;
};

struct Words {
  Word word;
  std::string_view list;  // separated by spaces
};

// Knowledge that grows: a new verb of a new filer is a word in a line.
constexpr std::array<Words, 45> kWords = {{
    {Word::article, "the a an our its their his her another"},
    {Word::pronoun, "we it they which who these those such there that"},
    {Word::be, "was were is are be been being"},
    {Word::reach,
     "reached reach reaching reaches totaled totalled totaling totalling amounted amounting amount amounts "
     "stood stands "
     "averaged arrived arriving came coming achieved achieving achieves attained exceeded exceeds exceed "
     "surpassed "
     "surpass topped hit hitting equaled equalled became"},
    {Word::have,
     "had has have having recorded recording reported posted generated generating incurred employed "
     "recommended proposed "
     "registered delivered booked recognized recognised earned declared approved authorized paid "
     "repurchased "
     "received raised spent invested contributed contributing held holds hold owned own owns issued allotted "
     "maintained realized saw delivering"},
    {Word::verb,
     "announced carried carries beating exceeding turned turning returned returning continued remained "
     "remain remains began led drove driving gave stayed "
     "recovered rebounded swung marked showed kept brought"},
    {Word::up,
     "increase increased increases increasing grew growth grow growing grown rose rise rising risen up "
     "improve improved "
     "improves improving improvement improvements expanded expansion expanding widened widening higher "
     "climbed climbing "
     "surged surging jumped gained soared advanced doubled doubling tripled strengthened enlarged uptick "
     "accelerated"},
    {Word::down,
     "decrease decreased decreases decreasing decline declined declines declining down fell fall falling "
     "fallen dropped "
     "drop dropping reduced reduction reducing narrowed narrowing narrow narrows shrank shrinking shrunk "
     "lower lowered "
     "contracted contraction slipped dipped eased plunged plummeted slumped tumbled"},
    {Word::compare, "compared comparing compare compares versus vs against comparison"},
    {Word::represent, "representing represents represent represented constituted constituting"},
    {Word::account, "accounted accounting"},
    {Word::divide, "divided dividing"},
    {Word::from, "from"},
    {Word::to, "to"},
    {Word::by, "by"},
    {Word::of, "of"},
    {Word::at, "at"},
    {Word::with, "with"},
    {Word::than, "than"},
    {Word::preposition,
     "for in on during within among between into through since until per upon after before under across "
     "throughout following amid amidst without despite"},
    {Word::conjunction, "and or nor but plus"},
    {Word::respectively, "respectively"},
    {Word::each, "each both"},
    {Word::negative, "negative minus"},
    {Word::approximate, "about approximately around roughly circa"},
    {Word::bound,
     "over above nearly almost below least most "
     "beyond maximum minimum"},
    {Word::more, "more less fewer"},
    {Word::cause,
     "due attributable attributed driven because owing resulting resulted reflecting reflected reflects "
     "thanks "
     "offset offsetting caused stemming arising result benefiting benefited impacted affected"},
    {Word::include,
     "including includes include included comprising comprised consisting consisted consists consist"},
    {Word::exclude, "excluding excludes exclude excluded"},
    {Word::expect,
     "expects expect expected expecting anticipates anticipate anticipated forecast forecasts guidance "
     "outlook "
     "projected intends will would could should targeted"},
    {Word::adverb,
     "significantly slightly substantially steadily considerably markedly sharply modestly marginally "
     "moderately "
     "strongly mainly primarily partially partly largely also further even still again only just already "
     "collectively subsequently meanwhile however notably particularly accordingly additionally similarly "
     "therefore thus well overall specifically rapidly dramatically notable slight significant substantial "
     "strong robust steady solid sharp modest marginal now then not separately successfully finally "
     "simultaneously approximatively relatively so moreover furthermore consequently record positive"},
    {Word::whereas, "while whereas although though"},
    {Word::equivalent, "equivalent"},
    {Word::quarter, "quarter quarters quarterly"},
    {Word::half, "half half-year"},
    {Word::months, "months month"},
    {Word::year, "year years year's"},
    {Word::fiscal, "fiscal financial full"},
    {Word::same, "same corresponding comparable comparative"},
    {Word::previous, "last previous preceding prior"},
    {Word::current, "this current"},
    {Word::ended, "ended ending"},
    {Word::period, "period periods reporting"},
    {Word::ago, "ago earlier"},
}};

struct Valued {
  std::string_view text;
  Word word;
  std::uint8_t value;
};
constexpr std::array<Valued, 73> kValued = {{
    {"as", Word::as, 0},
    {"first", Word::ordinal, 1},
    {"second", Word::ordinal, 2},
    {"third", Word::ordinal, 3},
    {"fourth", Word::ordinal, 4},
    {"1st", Word::ordinal, 1},
    {"2nd", Word::ordinal, 2},
    {"3rd", Word::ordinal, 3},
    {"4th", Word::ordinal, 4},
    {"q1", Word::ordinal, 1},
    {"q2", Word::ordinal, 2},
    {"q3", Word::ordinal, 3},
    {"q4", Word::ordinal, 4},
    {"three", Word::number_word, 3},
    {"six", Word::number_word, 6},
    {"nine", Word::number_word, 9},
    {"twelve", Word::number_word, 12},
    {"thirteen", Word::number_word, 13},
    {"twenty-six", Word::number_word, 26},
    {"thirty-nine", Word::number_word, 39},
    {"fifty-two", Word::number_word, 52},
    {"fifty-three", Word::number_word, 53},
    {"three-month", Word::number_word, 3},
    {"six-month", Word::number_word, 6},
    {"nine-month", Word::number_word, 9},
    {"twelve-month", Word::number_word, 12},
    {"january", Word::month_name, 1},
    {"february", Word::month_name, 2},
    {"march", Word::month_name, 3},
    {"april", Word::month_name, 4},
    {"may", Word::month_name, 5},
    {"june", Word::month_name, 6},
    {"july", Word::month_name, 7},
    {"august", Word::month_name, 8},
    {"september", Word::month_name, 9},
    {"october", Word::month_name, 10},
    {"november", Word::month_name, 11},
    {"december", Word::month_name, 12},
    {"jan", Word::month_name, 1},
    {"feb", Word::month_name, 2},
    {"mar", Word::month_name, 3},
    {"apr", Word::month_name, 4},
    {"jun", Word::month_name, 6},
    {"jul", Word::month_name, 7},
    {"aug", Word::month_name, 8},
    {"sep", Word::month_name, 9},
    {"sept", Word::month_name, 9},
    {"oct", Word::month_name, 10},
    {"nov", Word::month_name, 11},
    {"dec", Word::month_name, 12},
    {"year-over-year", Word::over_year, 0},
    {"year-on-year", Word::over_year, 0},
    {"yoy", Word::over_year, 0},
    {"y/y", Word::over_year, 0},
    {"y-o-y", Word::over_year, 0},
    {"annually", Word::over_year, 0},
    {"yearly", Word::over_year, 0},
    {"quarter-over-quarter", Word::over_quarter, 0},
    {"quarter-on-quarter", Word::over_quarter, 0},
    {"qoq", Word::over_quarter, 0},
    {"q/q", Word::over_quarter, 0},
    {"q-o-q", Word::over_quarter, 0},
    {"sequentially", Word::over_quarter, 0},
    {"sequential", Word::over_quarter, 0},
    {"quarter-to-quarter", Word::over_quarter, 0},
    {"half-over-half", Word::over_half, 0},
    {"half-on-half", Word::over_half, 0},
    {"hoh", Word::over_half, 0},
    {"h-o-h", Word::over_half, 0},
    {"prior-year", Word::previous, 1},
    {"year-ago", Word::previous, 1},
    {"last-year", Word::previous, 1},
    {"year-earlier", Word::previous, 1},
}};

struct Known {
  std::string_view text;
  Entry entry;
};

template <class Take>
constexpr void for_each_known(Take take) {
  for (const Valued& valued : kValued) take(Known{valued.text, {valued.word, valued.value}});
  for (const Words& words : kWords) {
    std::string_view rest = words.list;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      take(Known{rest.substr(0, space), {words.word, 0}});
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
}

constexpr std::size_t kCount = [] {
  std::size_t count = 0;
  for_each_known([&](const Known&) { ++count; });
  return count;
}();

constexpr unsigned char first_of(std::string_view text) { return static_cast<unsigned char>(text.front()); }

// Where the words of each first byte begin in the lexicon.
constexpr std::array<std::uint16_t, 257> kStarts = [] {
  std::array<std::uint16_t, 257> out{};
  for_each_known([&](const Known& known) { ++out[first_of(known.text) + 1U]; });
  for (std::size_t first = 1; first < out.size(); ++first)
    out[first] = static_cast<std::uint16_t>(out[first] + out[first - 1]);
  return out;
}();

// By first bytes, put in order when the program is compiled; of a word's entries the first counts.
constexpr std::array<Known, kCount> kLexicon = [] {
  std::array<Known, kCount> out{};
  std::array<std::uint16_t, 257> next = kStarts;
  for_each_known([&](const Known& known) { out[next[first_of(known.text)]++] = known; });
  return out;
}();

Entry look_up(std::string_view word) {
  std::array<char, 24> lower{};
  if (word.empty() || word.size() > lower.size()) return {};
  for (std::size_t i = 0; i < word.size(); ++i) {
    lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] | 0x20) : word[i];
  }
  const std::string_view sought(lower.data(), word.size());
  const auto first = kLexicon.begin() + kStarts[first_of(sought)],
             end = kLexicon.begin() + kStarts[first_of(sought) + 1U];
  const auto found = std::find_if(first, end, [&](const Known& known) { return known.text == sought; });
  return found == end ? Entry{} : found->entry;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& out) : text_(text), out_(out) {}

  // Words, numbers and marks of [begin, end).
  void run(std::size_t begin, std::size_t end) {
    end_ = end;
    for (std::size_t i = begin; i < end;) {
      const char c = text_[i];
      if (c == ' ') {
        ++i;
      } else if (ascii::letter(c)) {
        i = word(i);
      } else if (ascii::digit(c)) {
        i = number(i);
      } else {
        i = mark(i);
      }
    }
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
  [[nodiscard]] bool apostrophe(std::size_t i, std::size_t& size) const {
    if (at(i) == '\'') return size = 1, true;
    if (text_.substr(i, 3) == "\u2019") return size = 3, true;
    return false;
  }

  std::size_t word(std::size_t begin) {
    std::size_t i = begin;
    for (;;) {
      while (ascii::letter(at(i)) || ascii::digit(at(i))) ++i;
      const bool joined =
          (at(i) == '-' || at(i) == '/' || at(i) == '&' || at(i) == '.') && ascii::letter(at(i + 1));
      if (!joined || (at(i) == '.' && i - begin > 1 && at(i - 2) != '.')) break;  // "U.S", not two sentences
      ++i;
    }
    std::size_t size = 0;
    if (at(i) == '.' && form_of_company(text_.substr(begin, i - begin)) && apostrophe(i + 1, size))
      ++i;  // "Sample Co., Ltd.'s ordinary shareholders"
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(i);
    if (apostrophe(i, size)) {
      if (at(i + size) == 's' && !ascii::letter(at(i + size + 1))) {
        token.possessive = true;
        i += size + 1;
      } else if (at(i - 1) == 's') {
        token.possessive = true;
        i += size;
      }
    }
    std::string_view key = text_.substr(token.begin, token.end - token.begin);
    if (key == "vs" && at(i) == '.') ++i;                      // its full stop ends nothing
    const Entry entry = key == "IT" ? Entry{} : look_up(key);  // "IT services revenue" is a name
    token.word = entry.word;
    token.value = entry.value;
    out_.push_back(token);
    return i;
  }

  std::size_t number(std::size_t begin) {
    std::size_t i = begin;
    std::uint64_t value = 0;
    while (ascii::digit(at(i))) {
      if (value < 1'000'000'000) value = value * 10 + static_cast<std::uint64_t>(at(i) - '0');
      ++i;
    }
    const std::size_t digits = i;
    while (ascii::letter(at(i)) || ascii::digit(at(i))) ++i;  // 1st, 2Q24
    Token token;
    token.kind = Token::Kind::number;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(i);
    token.index = static_cast<std::uint32_t>(value % 1'000'000'000);
    if (i != digits) {
      const Entry entry = look_up(text_.substr(begin, i - begin));
      token.kind = Token::Kind::word;
      token.word = entry.word;
      token.value = entry.value;
    }
    out_.push_back(token);
    return i;
  }

  // "Ltd", "Inc": a comma before it is part of a name.
  [[nodiscard]] static bool form_of_company(std::string_view word) {
    return word == "Ltd" || word == "Inc" || word == "Limited" || word == "LLC" || word == "Corp";
  }

  [[nodiscard]] bool within_name(std::size_t comma) const {
    if (text_[comma] == '.' && at(comma + 1) == ',') ++comma;  // "Co., Ltd"
    if (text_[comma] != ',' || at(comma + 1) != ' ') return false;
    std::size_t end = comma + 2;
    while (ascii::letter(at(end))) ++end;
    return form_of_company(text_.substr(comma + 2, end - comma - 2));
  }

  // "Sample Inc. was", "Sample Inc.1 was": no sentence ends there.
  [[nodiscard]] bool abbreviates(std::size_t stop) const {
    if (text_[stop] != '.' || out_.empty() || out_.back().end != stop) return false;
    const Token& word = out_.back();
    if (!form_of_company(text_.substr(word.begin, word.end - word.begin))) return false;
    const char next = at(stop + 1) == ' ' ? at(stop + 2) : at(stop + 1);
    return ascii::digit(next) || (next >= 'a' && next <= 'z');
  }

  std::size_t mark(std::size_t begin) {
    if (within_name(begin) || abbreviates(begin)) return begin + 1;
    Token token;
    token.kind = Token::Kind::mark;
    token.begin = static_cast<std::uint32_t>(begin);
    std::size_t size = 1;
    token.mark = text_[begin];
    if (static_cast<unsigned char>(text_[begin]) >= 0x80) {
      size = utf8_size(text_[begin]);
      const std::string_view symbol = text_.substr(begin, size);
      if (symbol == "\u201c" || symbol == "\u201d" || symbol == "\u2018" || symbol == "\u2019") {
        token.mark = '"';
      } else if (symbol == "\u2014" || symbol == "\u2013" || symbol == "\u2212") {
        token.mark = '-';
      } else {
        token.mark = '?';
      }
    }
    token.end = static_cast<std::uint32_t>(begin + size);
    out_.push_back(token);
    return begin + size;
  }

  static std::size_t utf8_size(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte >= 0xf0) return 4;
    if (byte >= 0xe0) return 3;
    return byte >= 0xc0 ? 2 : 1;
  }

  std::string_view text_;
  std::size_t end_ = 0;
  std::vector<Token>& out_;
};

}  // namespace

void tokenize(std::string_view text, const std::vector<Quantity>& quantities, std::vector<Token>& out) {
  Tokenizer tokenizer(text, out);
  std::size_t begin = 0;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    tokenizer.run(begin, quantities[i].begin);
    Token token;
    token.kind = Token::Kind::quantity;
    token.begin = quantities[i].begin;
    token.end = quantities[i].end;
    token.index = i;
    out.push_back(token);
    begin = quantities[i].end;
  }
  tokenizer.run(begin, text.size());
}

}  // namespace kcfin::prose
