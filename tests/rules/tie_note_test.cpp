// tie/note: what a note says of a line against the line.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

constexpr std::string_view kIncome =
    "UNAUDITED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n"
    "\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
    "Revenues:\t\t\nCloud services\t6,000\t6,500\nOthers\t3,000\t3,000\n"
    "Total revenues\t9,000\t9,500\nCost of revenues\t(4,000)\t(4,200)\nGross profit\t5,000\t5,300\n"
    "Impairment of long-lived assets\t(300)\t(550)\nOperating income\t4,700\t4,750\n"
    "Other income, net\t120\t130\nIncome tax expense\t(700)\t(750)\nNet income\t4,120\t4,130\n";

std::string with_note(std::string_view title, std::string_view rows) {
  return std::string(kIncome) + "\nNotes to the unaudited consolidated financial statements\n\n" +
         std::string(title) + "\n\n\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n" +
         std::string(rows);
}

TEST(TieNote, ATitleNamesTheLineThatTheTotalRepeats) {
  EXPECT_EQ(relations(with_note("The table below shows other income, net:",
                                "Government grants\t100\t90\nOthers\t20\t40\n\t120\t130\n"),
                      "tie/note"),
            "120@29 = 120@16\n130@29 = 130@16\n");
  EXPECT_EQ(relations(with_note("The table below shows other income, net:",
                                "Government grants\t100\t90\nOthers\t20\t41\n\t120\t131\n"),
                      "tie/note"),
            "120@29 = 120@16\n131@29 = 130@16 breaks\n");
}

// Without a word that names the line, two columns must agree.
TEST(TieNote, AnUnnamedTotalIsKnownByTwoColumns) {
  EXPECT_EQ(relations(with_note("The Group sells in two regions.",
                                "Mainland\t8,000\t9,100\nAbroad\t1,000\t400\n"
                                "\t9,000\t9,500\n"),
                      "tie/note"),
            "9,000@29 = 9,000@11\n9,500@29 = 9,500@11\n");
  EXPECT_EQ(relations(with_note("The Group sells in two regions.",
                                "Mainland\t8,000\t9,100\nAbroad\t1,000\t401\n"
                                "\t9,000\t9,501\n"),
                      "tie/note"),
            "");
}

TEST(TieNote, AHeaderNamesTheLineOfItsTotal) {
  EXPECT_EQ(
      relations(with_note("Revenues from contracts with customers are recognized as follows.",
                          "Cloud services:\t\t\nAt a point in time\t1,000\t1,500\nOver time\t5,000\t5,000\n"
                          "\t6,000\t6,500\nOthers recognized over time\t3,000\t3,000\n"),
                "tie/note"),
      "6,000@30 = 6,000@9\n6,500@30 = 6,500@9\n");
}

// ---------------------------------------------------------------- lines of the same name

TEST(TieNote, ALineIsRepeatedUnderItsLabel) {
  EXPECT_EQ(
      relations(with_note("Where the cloud is sold.",
                          "Cloud services, mainland\t4,000\t4,400\nCloud services, abroad\t2,000\t2,100\n"
                          "Total cloud services\t6,000\t6,500\n"),
                "tie/note"),
      "6,000@29 = 6,000@9\n6,500@29 = 6,500@9\n");
}

// One column of three differs: the label decides, and the two others bear it out.
TEST(TieNote, OneColumnOfThreeBreaks) {
  const std::string income =
      "CONSOLIDATED STATEMENTS OF OPERATIONS\n\n(in thousands)\n\n\tFor the year ended December 31,\t\t\n"
      "\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\nGarden machine revenues\t5,150\t6,000\t6,500\n"
      "Hand tool revenues\t3,010\t3,000\t3,000\nTotal revenues\t8,160\t9,000\t9,500\n"
      "Cost of revenues\t(4,010)\t(4,000)\t(4,200)\nGross profit\t4,150\t5,000\t5,300\n"
      "Income tax expense\t(150)\t(700)\t(750)\nNet income\t4,000\t4,300\t4,550\n";
  const std::string note =
      "\nNotes to the consolidated financial statements\n\nWhat was sold.\n\n"
      "\tFor the year ended December 31,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n"
      "Garden machine revenues\t5,150\t6,000\t6,050\n";
  EXPECT_EQ(relations(income + note, "tie/note"),
            "5,150@23 = 5,150@8\n6,000@23 = 6,000@8\n6,050@23 = 6,500@8 breaks\n");
}

// Both columns differ: the label speaks of something else here.
TEST(TieNote, ALabelThatNoColumnBearsOutNamesNothing) {
  EXPECT_EQ(relations(with_note("What the cloud cost.",
                                "Cloud services, staff\t1,000\t1,100\nCloud services\t2,000\t2,100\n"),
                      "tie/note"),
            "");
}

// A label that stands twice in the statement says neither which.
TEST(TieNote, ALabelThatStandsTwiceNamesNeither) {
  const std::string balance =
      "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\tDecember 31,\n\t2023\t2024\n"
      "\tRMB\tRMB\nASSETS\t\t\nCurrent assets:\t\t\nCash and cash equivalents\t100\t110\n"
      "Loans to customers\t387\t425\nTotal current assets\t487\t535\nNon-current assets:\t\t\n"
      "Loans to customers\t499\t525\nTotal assets\t986\t1,060\n";
  EXPECT_EQ(relations(balance + "\nNotes to the consolidated financial statements\n\nPledged.\n\n"
                                "\tDecember 31,\tDecember 31,\n\t2023\t2024\n\tRMB\tRMB\n"
                                "Loans to customers\t387\t425\n",
                      "tie/note"),
            "");
}

// In a period with a loss nothing dilutes it: a dash in one note is no contradiction of what the other
// counts.
TEST(TieNote, ADashOfDilutiveSharesIsNoAmount) {
  const auto table = [](std::string_view title, std::string_view last) {
    return std::string(title) +
           "\n\n(in thousands)\n\n\tFor the year ended December "
           "31,\t\t\n\t2022\t2023\t2024\n\tRMB\tRMB\tRMB\n" +
           "Net income\t4,000\t4,300\t4,550\nDilutive options, shares\t31\t38\t" + std::string(last) + "\n\n";
  };
  const std::string said =
      relations(table("RECONCILIATIONS OF GAAP AND NON-GAAP RESULTS", "43") +
                    "Notes to the consolidated financial statements\n\n" + table("Net income per share", "-"),
                "tie/note");
  EXPECT_EQ(said.find("breaks"), std::string::npos) << said;
}

// ---------------------------------------------------------------- parts without a total

std::string with_parts(std::string_view line, std::string_view last_part) {
  return "CONSOLIDATED STATEMENTS OF CASH FLOWS\n\n(in thousands)\n\n\tFor the year ended December 31,\t\n"
         "\t2023\t2024\n\tRMB\tRMB\nNet income\t4,120\t4,130\nShare-based compensation\t" +
         std::string(line) +
         "\nNet cash provided by operating activities\t5,000\t5,100\n"
         "Net cash used in investing activities\t(1,000)\t(900)\n"
         "Net cash used in financing activities\t(500)\t(500)\n"
         "\nNotes to the consolidated financial statements\n\nStaff.\n\n"
         "\tFor the year ended December 31,\t\n\t2023\t2024\n\tRMB\tRMB\n"
         "Share-based compensation included in:\t\t\nCost of revenues\t120\t140\n"
         "Selling expenses\t210\t230\nResearch expenses\t" +
         std::string(last_part) + "\n";
}

TEST(TieNote, PartsWithoutATotalMakeTheLineThatTheHeaderNames) {
  EXPECT_EQ(relations(with_parts("730\t785", "400\t415"), "tie/note"),
            "730@9 = 120@22 + 210@23 + 400@24\n785@9 = 140@22 + 230@23 + 415@24\n");
}

// Within rounding: two units on three parts are met, no more.
TEST(TieNote, PartsThatRoundOrMiss) {
  EXPECT_EQ(relations(with_parts("730\t787", "400\t415"), "tie/note"),
            "730@9 = 120@22 + 210@23 + 400@24\n787@9 = 140@22 + 230@23 + 415@24\n");
  EXPECT_EQ(relations(with_parts("730\t788", "400\t415"), "tie/note"), "");
}

// ---------------------------------------------------------------- names of one word

std::string with_inventories(std::string_view last, std::string_view closing) {
  return "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\tDecember "
         "31,\n\t2023\t2024\n\tRMB\tRMB\nCash\t2,000\t2,100\nInventories\t7,012\t7,834\n"
         "Total assets\t9,012\t9,934\n\nNotes to the consolidated financial statements\n\n"
         "What the Group keeps in its warehouses:\n\n(in thousands)\n\n\tDecember 31,\tDecember "
         "31,\n\t2023\t2024\n\tRMB\tRMB\nRaw materials\t2,512\t2,834\nFinished goods\t4,500\t" +
         std::string(last) + "\nTotal inventories\t7,012\t" + std::string(closing) + "\n";
}

TEST(TieNote, ANameOfOneWordIsToldByItsFigures) {
  EXPECT_EQ(relations(with_inventories("5,000", "7,834"), "tie/note"),
            "7,012@23 = 7,012@9\n7,834@23 = 7,834@9\n");
}

// Of two dates one may differ by what a slip of the hand makes; by more they may be of another kind.
TEST(TieNote, AFigureOfOneWordThatSlippedBreaks) {
  EXPECT_EQ(relations(with_inventories("5,000", "7,843"), "tie/note"),
            "7,012@23 = 7,012@9\n7,843@23 = 7,834@9 breaks\n");
  EXPECT_EQ(relations(with_inventories("3,331", "6,165"), "tie/note"), "");
}

// A unit is a difference, and one digit.
TEST(TieNote, AFigureOfOneWordThatIsAUnitOffBreaks) {
  EXPECT_EQ(relations(with_inventories("5,001", "7,835"), "tie/note"),
            "7,012@23 = 7,012@9\n7,835@23 = 7,834@9 breaks\n");
}

// ---------------------------------------------------------------- balances that a note carries on

std::string with_goodwill(std::string_view closing, std::string_view unit, std::string_view rows) {
  return "CONSOLIDATED BALANCE SHEETS\n\n(in thousands)\n\n\tDecember 31,\tDecember "
         "31,\n\t2023\t2024\n\tRMB\tRMB\nCash\t2,000\t2,100\nGoodwill\t7,000\t" +
         std::string(closing) +
         "\nTotal assets\t9,000\t9,900\n\nNotes to the consolidated financial statements\n\n"
         "Changes in the carrying amount of goodwill:\n\n" +
         std::string(unit) + "\n\n\tYear ended December 31,\n\t2024\n\tRMB\n" + std::string(rows);
}

TEST(TieNote, TheBalancesThatANoteCarriesOnAreThoseOfTheBalanceSheet) {
  EXPECT_EQ(relations(with_goodwill("7,800", "(in thousands)",
                                    "Balance at beginning of year\t7,000\nAcquisitions\t800\n"
                                    "Balance at end of year\t7,800\n"),
                      "tie/note"),
            "7,000@21 = 7,000@9\n7,800@23 = 7,800@9\n");
}

TEST(TieNote, ABalanceOfANoteThatSlippedBreaks) {
  EXPECT_EQ(relations(with_goodwill("7,800", "(in thousands)",
                                    "Balance at beginning of year\t7,000\nAcquisitions\t800\n"
                                    "Balance at end of year\t7,080\n"),
                      "tie/note"),
            "7,000@21 = 7,000@9\n7,080@23 = 7,800@9 breaks\n");
}

// In millions a note rounds what the balance sheet prints in thousands: 7.8 begins at 7,750.
TEST(TieNote, ABalanceOfANoteMayBeRounded) {
  EXPECT_EQ(relations(with_goodwill("7,750", "(in millions)",
                                    "Balance at beginning of year\t7.0\nAcquisitions\t0.8\n"
                                    "Balance at end of year\t7.8\n"),
                      "tie/note"),
            "7.0@21 = 7,000@9\n7.8@23 = 7,750@9\n");
}

}  // namespace
}  // namespace kcfin
