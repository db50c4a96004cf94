// The registrant's name alone.
#include "statement/issuer.h"

#include <gtest/gtest.h>

#include "filing_text.h"

namespace kcfin {
namespace {

using statement::name_alone;

TEST(Issuer, IsTheNameWithoutItsDateline) {
  EXPECT_EQ(name_alone("LAKESIDE, China, May 23, 2024 -- Harbour Games Inc."), "Harbour Games Inc.");
  EXPECT_EQ(name_alone("LAKESIDE, Ontario - August 8, 2024 - Harbour Learning Inc."),
            "Harbour Learning Inc.");
  EXPECT_EQ(name_alone("LAKESIDE, Nov. 4, 2024 /PRNewswire/ -- Harbour, Inc. (NYSE: HRB)"), "Harbour, Inc.");
  EXPECT_EQ(name_alone("Harbour \u2013 Lights plc"), "Harbour \u2013 Lights plc");
  EXPECT_EQ(name_alone("The J. M. Harbour Company"), "The J. M. Harbour Company");
  EXPECT_EQ(name_alone("eHarbour, Inc."), "eHarbour, Inc.");
  EXPECT_EQ(name_alone("#### HARBOUR, INC."), "HARBOUR, INC.");
}

TEST(Issuer, IsNoSentenceAndNoDate) {
  EXPECT_EQ(name_alone("In a release issued earlier today by Harbour"), "");
  EXPECT_EQ(name_alone("March 31, 2024"), "");
  EXPECT_EQ(name_alone("Lakeside Stock Exchange Limited"), "");
  EXPECT_EQ(name_alone(""), "");
}

std::string issuer(const std::string& text) { return testing::check_text(text).filing.issuer; }

constexpr std::string_view kTable =
    "STATEMENTS OF OPERATIONS\n\n(In thousands)\n\n\tYear Ended December 31,\t\n\t2023\t2024\n\tUS$\tUS$\n"
    "Revenues\t90,000\t95,000\nCost of revenues\t(70,000)\t(71,000)\nGross profit\t20,000\t24,000\n";

TEST(Issuer, IsReadFromSentenceHeadlineAndHeads) {
  EXPECT_EQ(
      issuer(
          "Internet, Everywhere - February 11, 2025 - Harbour Inc. (NYSE, TSX: HRB) announced results.\n\n" +
          std::string(kTable)),
      "Harbour Inc.");
  EXPECT_EQ(
      issuer("Harbour Lights Corporation Reports Fourth Quarter 2024 Results\n\n" + std::string(kTable)),
      "Harbour Lights Corporation");
  EXPECT_EQ(issuer("HARBOUR LIGHTS LIMITED\n\n" + std::string(kTable)), "HARBOUR LIGHTS LIMITED");
}

TEST(Issuer, StandsBeforeTheExchangeThatListsIt) {
  const auto listed = [](const std::string& text) { return issuer(text + "\n\n" + std::string(kTable)); };
  EXPECT_EQ(listed("LAKESIDE, May 3, 2024 /PRNewswire/ -- Harbour, Inc., (\"Harbour\") (Nasdaq: HRB), a "
                   "shipyard, said"),
            "Harbour, Inc.");
  EXPECT_EQ(listed("Today it closed. Harbour Lights AG (the \"Company\"; NYSE: HRB) said"),
            "Harbour Lights AG");
  EXPECT_EQ(listed("LAKESIDE, May 3, 2024 \u2014 Harbour plc (\"Harbour\" or LSE: HRB) said"), "Harbour plc");
  // Another bracket between, no capital, and no exchange.
  EXPECT_EQ(listed("Harbour Inc. (Ontario) and its owner (NYSE: HRB) said so"), "");
  EXPECT_EQ(listed("Harbour Inc. (founded 1999) said so"), "");
}

TEST(Issuer, OfTheCoverMayBeShort) {
  EXPECT_EQ(issuer("NICE (Exact name of registrant as specified in its charter)\n\n" + std::string(kTable)),
            "NICE");
  EXPECT_EQ(issuer("Harbour Ltd.\n\n(Exact name of registrant as specified in its charter)\n\n" +
                   std::string(kTable)),
            "Harbour Ltd.");
}

TEST(Issuer, IsWhoReportsOrAnnounces) {
  const auto headed = [](const std::string& text) { return issuer(text + "\n\n" + std::string(kTable)); };
  EXPECT_EQ(headed("Harbour Lights to Report Second Quarter Results on May 3"), "Harbour Lights");
  EXPECT_EQ(headed("Harbour Lights Announces a New Pier"), "");
  EXPECT_EQ(headed("Reports Second Quarter Results"), "");
}

TEST(Issuer, HasTheSubmissionsNumbers) {
  const auto checked = testing::check_text(
      "<SEC-DOCUMENT>0001234567-24-000123.txt : 20240822\n<SEC-HEADER>0001234567-24-000123.hdr.sgml : "
      "20240822\n"
      "ACCESSION NUMBER:\t\t0001234567-24-000123\nCONFORMED SUBMISSION TYPE:\t6-K\nFILED AS OF "
      "DATE:\t\t20240822\n\n"
      "FILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tHARBOUR LIGHTS LTD\n"
      "\t\tCENTRAL INDEX "
      "KEY:\t\t\t0001234567\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<html><body><p>x</p>"
      "<table><tr><td></td><td>June 30, 2024</td><td>June 30, 2023</td></tr>"
      "<tr><td>Total assets</td><td>1,200</td><td>1,100</td></tr>"
      "<tr><td>Total "
      "liabilities</td><td>700</td><td>650</td></tr></table></body></html>\n</TEXT>\n</DOCUMENT>\n"
      "</SEC-DOCUMENT>\n");
  EXPECT_EQ(checked.filing.issuer, "HARBOUR LIGHTS LTD");
  EXPECT_EQ(checked.filing.cik, "0001234567");
  EXPECT_EQ(checked.filing.accession_number, "0001234567-24-000123");
  EXPECT_EQ(checked.filing.filed.iso(), "2024-08-22");
}

TEST(Issuer, IsWhatASentenceCallsTheCompany) {
  const auto defined = [](const std::string& text) { return issuer(text + "\n\n" + std::string(kTable)); };
  EXPECT_EQ(defined("Harbour-Lights Mines Limited (\"Harbour\" or the \"Company\") reported net income"),
            "Harbour-Lights Mines Limited");
  EXPECT_EQ(defined("Company name: Harbour Lights Corporation"), "Harbour Lights Corporation");
  EXPECT_EQ(defined("It was sold to Harbour-Lights Mines Limited (the \"Buyer\") in May"), "");
  EXPECT_EQ(defined("of Harbour-Lights Mines Limited (the \"Company\") in May"), "");
}

TEST(Issuer, HasNoNumberOfAPageBeforeItsName) {
  const auto pages = [](const std::string& first, const std::string& second) {
    return issuer(first + "\n\n" + std::string(kTable) + "\n" + second + "\n\n" + std::string(kTable));
  };
  EXPECT_EQ(pages("94 Harbour Lights Limited", "95 Harbour Lights Limited"), "Harbour Lights Limited");
  EXPECT_EQ(pages("360 Harbour Limited", "360 Harbour Limited"), "360 Harbour Limited");
}

TEST(Form, StandsAloneOnTheCover) {
  const auto form = [](const std::string& cover) {
    return testing::check_text(cover + "\n\n" + std::string(kTable)).filing.form;
  };
  EXPECT_EQ(form("FORM 10-Q"), "10-Q");
  EXPECT_EQ(form("**Form 8-k/a**"), "8-K/A");
  EXPECT_EQ(form("Report on Form 6-K for May"), "6-K");
  // Of another report, and of none.
  EXPECT_EQ(form("See our annual report on Form 20-F."), "6-K");
  EXPECT_EQ(form("Form 10-Q filed in May"), "6-K");
  EXPECT_EQ(form("Form of proxy"), "6-K");
}

}  // namespace
}  // namespace kcfin
