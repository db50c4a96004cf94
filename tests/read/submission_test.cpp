// EDGAR's submissions: header, documents that are read and documents that are not.
#include <gtest/gtest.h>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

constexpr std::string_view kDocuments =
    "<DOCUMENT>\n<TYPE>6-K\n<SEQUENCE>1\n<FILENAME>form.htm\n<TEXT>\n<html><p>Form "
    "6-K</p></html>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>release.txt\n<TEXT>\nRevenues\t5\nCosts\t4\n</"
    "TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-4.1\n<FILENAME>deed.htm\n<TEXT>\n<html><p>Deed</p></html>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>logo.jpg\n<TEXT>\nbegin 644 "
    "logo.jpg\nM_]C_X\nend\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.2\n<FILENAME>deck.pdf\n<TEXT>\n<PDF>\nbegin 644 "
    "deck.pdf\nM\nend\n</PDF>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-101.INS\n<FILENAME>x.xml\n<TEXT>\n<XBRL>\n<a/>\n</XBRL>\n</TEXT>\n</DOCUMENT>\n";

TEST(Submission, ReadsTheFormAndItsExhibits) {
  const std::string header =
      "<SEC-DOCUMENT>0001234567-24-000089.txt : 20240820\n<SEC-HEADER>0001234567-24-000089.hdr.sgml : "
      "20240820\n"
      "ACCESSION NUMBER:\t\t0001234567-24-000089\nCONFORMED SUBMISSION TYPE:\t6-K\nPUBLIC DOCUMENT "
      "COUNT:\t\t6\n"
      "CONFORMED PERIOD OF REPORT:\t20240820\nFILED AS OF DATE:\t\t20240821\n\nFILER:\n\n\tCOMPANY DATA:\t\n"
      "\t\tCOMPANY CONFORMED NAME:\t\t\tHARBOUR LIGHT HOLDINGS LTD\n\t\tCENTRAL INDEX "
      "KEY:\t\t\t0001999999\n\n"
      "\tFILING VALUES:\n\t\tFORM TYPE:\t\t6-K\n\t\tSEC FILE NUMBER:\t001-12345\n</SEC-HEADER>\n";
  const auto document = read(header + std::string(kDocuments) + "</SEC-DOCUMENT>\n");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->submission.form_type, "6-K");
  EXPECT_EQ(document->submission.company, "HARBOUR LIGHT HOLDINGS LTD");
  EXPECT_EQ(document->submission.cik, "0001999999");
  EXPECT_EQ(document->submission.accession_number, "0001234567-24-000089");
  EXPECT_EQ(document->submission.file_number, "001-12345");
  EXPECT_EQ(document->submission.period, "20240820");
  EXPECT_EQ(document->submission.filed, "20240821");
  EXPECT_EQ(shown(*document), "P Form 6-K\nT\n|0 Revenues |1 5 |\n|0 Costs |1 4 |\n");
  EXPECT_EQ(places(document->tables[0]), "32 32:1 32:10\n33 33:1 33:7\n");
}

TEST(Submission, ReadsOlderTags) {
  const auto document = read(
      "<SUBMISSION>\n<ACCESSION-NUMBER>0001234567-04-000089\n<TYPE>6-K\n<PERIOD>20040820\n<FILING-DATE>"
      "20040821\n"
      "<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>HARBOUR LIGHT HOLDINGS "
      "LTD\n<CIK>0001999999\n</COMPANY-DATA>\n"
      "<FILING-VALUES>\n<FORM-TYPE>6-K\n<FILE-NUMBER>001-12345\n</FILING-VALUES>\n</FILER>\n" +
      std::string(kDocuments));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->submission.form_type, "6-K");
  EXPECT_EQ(document->submission.company, "HARBOUR LIGHT HOLDINGS LTD");
  EXPECT_EQ(document->submission.cik, "0001999999");
  EXPECT_EQ(document->submission.accession_number, "0001234567-04-000089");
  EXPECT_EQ(document->submission.file_number, "001-12345");
  EXPECT_EQ(document->submission.filed, "20040821");
  EXPECT_EQ(document->paragraphs.size(), 1U);
}

TEST(Submission, ReadsALoneExhibit) {
  const auto document = read(
      "<DOCUMENT>\n<TYPE>EX-13\n<FILENAME>x.htm\n<TEXT>\n<HTML><P>Report</P></HTML>\n</TEXT>\n</DOCUMENT>\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document), "P Report\n");
  EXPECT_EQ(document->submission.form_type, "");
}

TEST(Submission, ReadsInlineXbrl) {
  EXPECT_EQ(
      shown(
          "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<XBRL>\n<?xml version='1.0'?>\n<html><body><ix:header>x</ix:header>"
          "<p>Net <ix:nonFraction "
          "name='a'>5</ix:nonFraction></p></body></html>\n</XBRL>\n</TEXT>\n</DOCUMENT>"),
      "P Net 5\n");
}

TEST(Submission, WithoutTheEndOfItsLastDocumentIsCutOff) {
  const std::string first = "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<p>Net 5</p>\n</TEXT>\n</DOCUMENT>\n";
  const auto whole = read(first + first), cut = read(first + first.substr(0, 40));
  ASSERT_TRUE(whole && cut);
  EXPECT_EQ(whole->cut_off.line, 0U);
  EXPECT_EQ(cut->cut_off.line, 10U);
  EXPECT_EQ(cut->cut_off.within, "a document of the submission");
  // One that was copied out of its submission, without its last line.
  EXPECT_EQ(read(first.substr(0, first.find("</DOCUMENT>")))->cut_off.line, 0U);
  EXPECT_EQ(read("<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<html><p>Net 5</p></html>\n")->cut_off.line, 0U);
}

TEST(Submission, ThatEndsBetweenItsDocumentsIsCutOff) {
  const std::string head = "<SEC-DOCUMENT>0001234567-23-000001.txt : 20230822\n";
  const std::string document = "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<p>Net 5</p>\n</TEXT>\n</DOCUMENT>\n";
  const auto cut = read(head + document);
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->cut_off.line, 7U);
  EXPECT_EQ(cut->cut_off.within, "the submission");
  EXPECT_EQ(read(head + document + "</SEC-DOCUMENT>\n")->cut_off.line, 0U);
  EXPECT_EQ(read(document)->cut_off.line, 0U);
  EXPECT_EQ(read(head + "<SEC-HEADER>\nACCESSION NUMBER: 0001234567-23-000001\n")->cut_off.within,
            "the submission");
}

// What somebody pasted around the documents is text as theirs is; what EDGAR puts there is not.
TEST(Submission, ReadsWhatStandsOutsideItsDocuments) {
  const std::string document =
      "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><p>Net 5</p></html>\n</TEXT>\n</DOCUMENT>\n";
  EXPECT_EQ(shown("<html><p>Before</p></html>\n" + document), "P Before\nP Net 5\n");
  EXPECT_EQ(shown(document + "<html><p>Behind</p></html>\n"), "P Net 5\nP Behind\n");
  EXPECT_EQ(shown(document + "Between them\n" + document), "P Net 5\nP Between them\nP Net 5\n");
  EXPECT_EQ(
      shown("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n<SEC-DOCUMENT>0001234567-24-000001.txt : 20240822\n" +
            document + "</SEC-DOCUMENT>\n-----END PRIVACY-ENHANCED MESSAGE-----\n"),
      "P Net 5\n");
}

TEST(Submission, OfGraphicsAloneIsRefused) {
  EXPECT_EQ(shown("<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>logo.jpg\n<TEXT>\nbegin 644 "
                  "logo.jpg\nM\nend\n</TEXT>\n</DOCUMENT>"),
            "error: submission without a text to read (GRAPHIC)");
}

}  // namespace
}  // namespace kcfin::read_test
