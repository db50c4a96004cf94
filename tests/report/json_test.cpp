// JSON from printed digits and whatever bytes a filing has.
#include "report/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kcfin::report {
namespace {

using namespace std::string_view_literals;

std::string text_of(std::string_view value) {
  std::string out;
  JsonWriter(out).text(value);
  return out;
}

TEST(JsonWriter, WritesObjectsAndArrays) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("a", 1);
  json.key("b");
  json.open_array();
  json.text("x");
  json.null();
  json.boolean(true);
  json.open_object();
  json.close_object();
  json.close_array();
  json.member_or_null("c", "");
  json.close_object();
  EXPECT_EQ(out, R"({"a":1,"b":["x",null,true,{}],"c":null})");
}

TEST(JsonWriter, KeepsEveryPrintedDigit) {
  std::string out;
  JsonWriter json(out);
  json.open_array();
  json.number(Decimal{-1356246, 0});
  json.number(Decimal{-37, 2});
  json.number(Decimal{1780, 2});
  json.number(Decimal{123456789012345678, 4});
  json.number(std::uint64_t{18446744073709551615U});
  json.close_array();
  EXPECT_EQ(out, "[-1356246,-0.37,17.80,12345678901234.5678,18446744073709551615]");
}

TEST(JsonWriter, WritesPeriods) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("flow", Period{{2023, 1, 1}, {2023, 6, 30}});
  json.member("instant", Period{{}, {2023, 6, 30}});
  json.member("unknown", Period{});
  json.close_object();
  EXPECT_EQ(
      out,
      R"({"flow":{"start":"2023-01-01","end":"2023-06-30"},"instant":{"end":"2023-06-30"},"unknown":null})");
}

TEST(JsonWriter, EscapesWhatJsonMustEscape) { EXPECT_EQ(text_of("a\"b\\c/"), R"("a\"b\\c/")"); }

TEST(JsonWriter, EscapesWhatActsOnATerminal) {
  EXPECT_EQ(text_of("\x1b[0m\n\t\r\x7f\0"sv), R"("\u001b[0m\n\t\r\u007f\u0000")");
  EXPECT_EQ(text_of("\xC2\x9B\u202E\U000E0041"), R"("\u009b\u202e\udb40\udc41")");
}

TEST(JsonWriter, EscapesACommandOfAJobsLog) { EXPECT_EQ(text_of("###[error]#"), R"("#\u0023#[error]#")"); }

TEST(JsonWriter, IsReadBackAsItWas) {
  const std::string value = "net “loss” 金\u202E ##[group] \\ \" / \x1b \U0001F4C8";
  EXPECT_EQ(nlohmann::json::parse(text_of(value)).get<std::string>(), value);
}

TEST(JsonWriter, IsUtf8WhateverComesIn) {
  const std::string out = text_of("caf\xE9\xFF\xC3");
  EXPECT_EQ(out, "\"caf\uFFFD\uFFFD\uFFFD\"");
  EXPECT_TRUE(nlohmann::json::accept(out));
}

}  // namespace
}  // namespace kcfin::report
