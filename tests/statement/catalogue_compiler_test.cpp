// The catalogue's lines on their way into the program: written out, folded, and refused where they are wrong.
#include "statement/compiler/catalogue_compiler.h"

#include <gtest/gtest.h>

namespace kcfin::catalogue {
namespace {

using Faults = std::vector<std::string>;

Line concept_line(std::string_view name) {
  return {
      Line::Kind::concept_, Concept{name, Nature::flow, Side::income, false, "a test"}, Home::any, {}, {}};
}
Line label_line(Home home, std::string_view text) { return {Line::Kind::label, {}, home, text, {}}; }

std::vector<std::string> keys(const Compiled& compiled) {
  std::vector<std::string> out;
  for (const auto& [key, meanings] : compiled.labels) out.push_back(key);
  return out;
}

TEST(CatalogueCompiler, FindsNoFaultInTheCatalogue) { EXPECT_EQ(compile(lines::kAll).faults, Faults{}); }

TEST(CatalogueCompiler, WritesOutChoicesAndWhatMayBeLeftOut) {
  const std::array some = {concept_line("Revenues"),
                           label_line(Home::any, "[total] [net] (revenue|sale [of goods])")};
  EXPECT_EQ(
      keys(compile(some)),
      (std::vector<std::string>{"net revenue", "net sale", "net sale good", "revenue", "sale", "sale good",
                                "total net revenue", "total net sale", "total net sale good", "total revenue",
                                "total sale", "total sale good"}));
}

TEST(CatalogueCompiler, GivesALabelItsMeaningAtEachHome) {
  const std::array some = {concept_line("A"), label_line(Home::income, "sales"), concept_line("B"),
                           label_line(Home::cash, "sales")};
  const Compiled compiled = compile(some);
  EXPECT_EQ(compiled.faults, Faults{});
  EXPECT_EQ(compiled.labels.at("sale"), (Meanings{kNone, 0, kNone, kNone, kNone, 1, kNone}));
}

TEST(CatalogueCompiler, RefusesOneLabelForTwoConcepts) {
  const std::array some = {concept_line("A"), label_line(Home::any, "net loss"), concept_line("B"),
                           label_line(Home::any, "net income")};
  EXPECT_EQ(compile(some).faults, Faults{"\"net income\" names both A and B"});
}

TEST(CatalogueCompiler, RefusesAConceptThatStandsTwice) {
  const std::array some = {concept_line("A"), concept_line("A")};
  EXPECT_EQ(compile(some).faults, Faults{"stands twice: A"});
}

TEST(CatalogueCompiler, RefusesBracketsThatDoNotClose) {
  const std::array some = {concept_line("A"), label_line(Home::any, "total (revenue|sale")};
  EXPECT_EQ(compile(some).faults, Faults{"brackets: total (revenue|sale"});
}

TEST(CatalogueCompiler, RefusesALabelThatFoldsToNothing) {
  const std::array some = {concept_line("A"), label_line(Home::any, "of the")};
  EXPECT_EQ(compile(some).faults, Faults{"empty: of the"});
}

}  // namespace
}  // namespace kcfin::catalogue
