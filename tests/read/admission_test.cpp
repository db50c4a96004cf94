// What is let in, in which encoding, and what is refused with which words.
#include <gtest/gtest.h>

#include <string>

#include "read/document_text.h"

namespace kcfin::read_test {
namespace {

using namespace std::string_literals;

TEST(Admission, RefusesWhatIsNoText) {
  EXPECT_EQ(shown(""), "error: empty file");
  EXPECT_EQ(shown(" \r\n\t\n"), "error: empty file (white space alone)");
  EXPECT_EQ(shown("%PDF-1.7\n1 0 obj"), "error: a PDF file: convert it to text first (pdftotext -layout)");
  EXPECT_EQ(shown("\x89PNG\r\n\x1A\n"), "error: an image (PNG), not text");
  EXPECT_EQ(shown("\xFF\xD8\xFF\xE0"), "error: an image (JPEG), not text");
  EXPECT_EQ(shown("PK\x03\x04stuff"),
            "error: a ZIP archive or Office document: unpack it or save it as text first");
  EXPECT_EQ(shown("\xFF\xFEh\0"s), "error: UTF-16 text: save it as UTF-8 first");
  EXPECT_EQ(shown("Revenues\0\t5\n"s), "error: binary file (NUL at byte 9)");
  EXPECT_EQ(shown("a\x01\x02\x03\x04\x05\x06z"), "error: binary file (control characters throughout)");
}

TEST(Admission, SaysAtWhichByteUtf8IsBroken) {
  EXPECT_EQ(shown("Revenues \xFF\n"), "error: invalid UTF-8 at byte 10");
  EXPECT_EQ(shown("\xE2\x80\x9CQuoted\xE2\x80\x9D \x80 and\n"), "error: invalid UTF-8 at byte 14");
  EXPECT_EQ(shown("\xEF\xBB\xBFmark \x93\n"), "error: invalid UTF-8 at byte 9");
  EXPECT_EQ(shown("undefined \x81 byte"), "error: invalid UTF-8 at byte 11");
  // Well-formed in parts, but with a byte that Windows-1252 does not know.
  EXPECT_EQ(shown("\xE2\x97\x8F" + std::string(10, '\x93')), "error: invalid UTF-8 at byte 4");
  EXPECT_EQ(shown("cut off \xE2\x80"), "error: invalid UTF-8 at byte 9");
  EXPECT_EQ(shown("surrogate \xED\xA0\x80 \xE2\x80\x94"), "error: invalid UTF-8 at byte 11");
}

TEST(Admission, AByteOrderMarkIsNoText) {
  const auto document = read("\xEF\xBB\xBFRevenues\t5\nCosts\t6\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document), "T\n|0 Revenues |1 5 |\n|0 Costs |1 6 |\n");
  EXPECT_EQ(places(document->tables[0]), "1 1:4 1:13\n2 2:1 2:7\n");
}

TEST(Admission, APlaceBehindATableIsCountedInBytesOfTheFile) {
  const auto document = read("First line\n<table><tr><td>\x93\x94\x96</td></tr></table>\x93In 7 \x96 or\n");
  ASSERT_TRUE(document) << document.error().message;
  ASSERT_FALSE(document->paragraphs.empty());
  const Paragraph& behind = document->paragraphs.back();
  EXPECT_EQ(behind.text, "\"In 7 \xE2\x80\x93 or");
  EXPECT_EQ(behind.place(behind.text.find('7')), (Place{2, 41}));
}

TEST(Admission, Windows1252IsConvertedAndKeepsItsPlaces) {
  const auto document = read(
      "Soci\xE9t\xE9 \x96 \x93net\x94\tRMB\x92s\t5\nNet\xA0loss \x97 all of it was \x80"
      "5\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document),
            "T\n|0 Soci\xC3\xA9t\xC3\xA9 \xE2\x80\x93 \"net\" |1 RMB's |2 5 |\n"
            "P Net loss \xE2\x80\x94 all of it was \xE2\x82\xAC"
            "5\n");
  EXPECT_EQ(places(document->tables[0]), "1 1:1 1:17 1:23\n");
  const Paragraph& paragraph = document->paragraphs[0];
  EXPECT_EQ(paragraph.place(paragraph.text.find("all")), (Place{2, 12}));
  EXPECT_EQ(paragraph.place(paragraph.text.find('5')), (Place{2, 27}));
}

TEST(Admission, LinesMayEndInACarriageReturnAlone) {
  const auto document = read("One\rTwo\t5\rThree\t6\r");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->lines, 3U);
  EXPECT_EQ(shown(*document), "P One\nT\n|0 Two |1 5 |\n|0 Three |1 6 |\n");
}

TEST(Admission, LimitsAreEnforced) {
  ReadLimits limits;
  limits.max_bytes = 10;
  EXPECT_EQ(shown("12345678901", limits), "error: larger than the limit of 10 bytes");
  EXPECT_EQ(shown("1234567890", limits), "P 1234567890\n");
  limits = {};
  limits.max_pieces = 3;
  EXPECT_EQ(shown("a\nb\nc\nd\ne\n", limits), "error: more than 3 paragraphs and cells");
  EXPECT_EQ(shown("a\tb\tc\n\nd\te\nf\n", limits), "error: more than 3 paragraphs and cells");
  limits = {};
  limits.max_line_bytes = 4;
  EXPECT_EQ(shown("1234\n12345\n", limits), "error: line 2: line of more than 4 bytes");
}

TEST(Admission, FilesAreNamedByTheirDigest) {
  const auto document = read("abc");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(document->lines, 1U);
}

}  // namespace
}  // namespace kcfin::read_test
