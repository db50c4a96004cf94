// The figures: `facts` and `extract`.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/made_up_filing.h"

namespace kcfin::testing {
namespace {

using Json = nlohmann::json;

TEST(FactsCsv, IsOneFigureARow) {
  const MadeUp made_up;
  const std::string sha(64, 'a');
  EXPECT_EQ(
      printed(*report::facts_csv(), made_up.file),
      "file,issuer,table,kind,section,line,label,role,concept,period_start,period_end,unit,scale,value,"
      "decimals,"
      "raw,status,checks,fact_id,row,column,column_heading,heading,absolute,cik,accession,filed,sha256,"
      "primary\n"
      "lanting.txt,Lanting Cloud Holdings Limited,t1,non_gaap,Net loss > Adjustments:,20,Impairment of "
      "long-lived assets,item,,2022-01-01,2022-06-30,RMB,1000,0,0,-,ok,1,t1.r2.c1,2,1,2022 / "
      "RMB,read,0,0001234567,0001234567-23-000017,2023-08-22," +
          sha +
          ",\n"
          "lanting.txt,Lanting Cloud Holdings Limited,t1,non_gaap,Net loss > Adjustments:,20,Impairment of "
          "long-lived "
          "assets,item,,2023-01-01,2023-06-30,RMB,1000,185135,0,\"185,135\",ok,2,t1.r2.c2,2,2,2023 / "
          "RMB,read,185135000,0001234567,0001234567-23-000017,2023-08-22," +
          sha +
          ",\n"
          "lanting.txt,Lanting Cloud Holdings Limited,t1,non_gaap,Net loss > Adjustments:,20,Impairment of "
          "long-lived assets,item,,2023-01-01,2023-06-30,USD,1000,8031,0,\"8,031\",ok,1,t1.r2.c3,2,3,2023 / "
          "US$,read,8031000,0001234567,0001234567-23-000017,2023-08-22," +
          sha +
          ",\n"
          "lanting.txt,Lanting Cloud Holdings Limited,t1,non_gaap,,22,\"Adjusted net loss, “as "
          "defined”\",total,"
          "ProfitLoss,2023-01-01,2023-06-30,RMB,1000,-727430,0,\"(727,430)\",ok,2,t1.r3.c2,3,2,2023 / "
          "RMB,read,-727430000,0001234567,0001234567-23-000017,2023-08-22," +
          sha +
          ",true\n"
          "lanting.txt,Lanting Cloud Holdings Limited,t1,non_gaap,,22,\"Adjusted net loss, “as "
          "defined”\",total,"
          "ProfitLoss,2023-01-01,2023-06-30,USD,1000,-117819,0,\"(117,819)\",ok,2,t1.r3.c3,3,3,2023 / "
          "US$,read,-117819000,0001234567,0001234567-23-000017,2023-08-22," +
          sha + ",true\n");
}

// What stands at the end of each line.
std::string marks_of(const MadeUp& made_up) {
  std::istringstream lines(printed(*report::facts_csv(), made_up.file));
  std::string line, marks;
  std::getline(lines, line);
  while (std::getline(lines, line)) marks += line.substr(line.rfind(',') + 1) + " ";
  return marks;
}

TEST(FactsCsv, MarksTheOnePlaceThatSpeaksForAFact) {
  MadeUp made_up;
  EXPECT_EQ(marks_of(made_up), "   true true ");
  Filing& filing = made_up.file.checked.filing;
  // The statement speaks, and not the reconciliation before it; a coarser print of the same does not.
  Table statement = filing.tables[0];
  statement.kind = TableKind::income_statement;
  filing.tables.push_back(statement);
  for (const FigureId id : statement.rows[2].cells) {
    if (id == kNoFigure) continue;
    filing.figures.push_back(filing.figures[id]);
    for (FigureId& cell : filing.tables[1].rows[2].cells) {
      if (cell == id) cell = static_cast<FigureId>(filing.figures.size() - 1);
    }
  }
  filing.tables[1].rows.erase(filing.tables[1].rows.begin() + 1);
  EXPECT_EQ(marks_of(made_up), "   false false true true ");
  filing.tables[0].kind = TableKind::income_statement;
  EXPECT_EQ(marks_of(made_up), "   true true false false ");
  filing.figures[filing.tables[0].rows[2].cells[1]].scale_power += 3;
  EXPECT_EQ(marks_of(made_up), "   false true true false ");
  filing.figures[filing.tables[0].rows[2].cells[1]].period = {};  // of what is not known, nothing
  EXPECT_EQ(marks_of(made_up), "    true true false ");
}

TEST(FactsCsv, GivesNoValueForADamagedFigure) {
  MadeUp made_up;
  Figure& figure = made_up.file.checked.filing.figures[1];
  figure.status = Status::damaged;
  figure.raw = "185.1\"35";
  const std::string text = printed(*report::facts_csv(), made_up.file);
  EXPECT_NE(text.find(",RMB,1000,,,\"185.1\"\"35\",damaged,2,t1.r2.c2,2,2,2023 / RMB,read,,"),
            std::string::npos)
      << text;
}

TEST(FactsCsv, GivesARecoveredFigureItsStatus) {
  MadeUp made_up;
  made_up.file.checked.filing.figures[1].status = Status::repaired;
  const std::string text = printed(*report::facts_csv(), made_up.file);
  EXPECT_NE(text.find(",185135,0,\"185,135\",repaired,2,t1.r2.c2,"), std::string::npos) << text;
}

TEST(FactsCsv, LeavesAnUnknownPeriodEmptyAndAnInstantWithoutAStart) {
  MadeUp made_up;
  made_up.file.checked.filing.figures[0].period = {};
  made_up.file.checked.filing.figures[1].period.start = {};
  const std::string text = printed(*report::facts_csv(), made_up.file);
  EXPECT_NE(text.find("assets,item,,,,RMB,1000,0,"), std::string::npos) << text;
  EXPECT_NE(text.find("assets,item,,,2023-06-30,RMB,1000,185135,"), std::string::npos) << text;
}

TEST(FactsCsv, ShowsControlsAndKeepsItsLines) {
  MadeUp made_up;
  made_up.file.checked.filing.tables[0].rows[1].label = "a\n\x1b[2J\"b\"";
  const std::string text = printed(*report::facts_csv(), made_up.file);
  EXPECT_NE(text.find(",\"a␊␛[2J\"\"b\"\"\",item,"), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6);
}

TEST(FactsNdjson, HasTheColumnsAsKeys) {
  const MadeUp made_up;
  std::istringstream lines(printed(*report::facts_ndjson(), made_up.file));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  EXPECT_EQ(
      line,
      R"({"file":"lanting.txt","issuer":"Lanting Cloud Holdings Limited","table":"t1","kind":"non_gaap",)"
      R"("section":"Net loss > Adjustments:","line":20,"label":"Impairment of long-lived assets",)"
      R"("role":"item","concept":null,"period_start":"2023-01-01","period_end":"2023-06-30","unit":"RMB",)"
      R"("scale":1000,"value":185135,"decimals":0,"raw":"185,135","status":"ok","checks":2,)"
      R"("fact_id":"t1.r2.c2","row":2,"column":2,"column_heading":"2023 / RMB","heading":"read",)"
      R"("absolute":185135000,"cik":"0001234567","accession":"0001234567-23-000017","filed":"2023-08-22",)"
      R"("sha256":")" +
          std::string(64, 'a') + R"(","primary":null})");
}

TEST(FactsCsv, GivesTheExactAmountInUnits) {
  MadeUp made_up;
  Figure& figure = made_up.file.checked.filing.figures[1];
  const auto absolute = [&](Decimal value, std::uint8_t scale_power) {
    figure.value = value;
    figure.scale_power = scale_power;
    const std::string text = printed(*report::facts_csv(), made_up.file);
    const std::size_t start = text.find(",read,", text.find("t1.r2.c2")) + 6;
    return text.substr(start, text.find(',', start) - start);
  };
  EXPECT_EQ(absolute({-14, 1}, 6), "-1400000");
  EXPECT_EQ(absolute({-31, 2}, 0), "-0.31");
  EXPECT_EQ(absolute({1234567, 4}, 3), "123456.7");
  EXPECT_EQ(absolute({0, 2}, 6), "0");
  EXPECT_EQ(absolute({999'999'999'999'999'999, 0}, 9), "999999999999999999000000000");
}

TEST(FactsNdjson, GivesNoValueForADamagedFigure) {
  MadeUp made_up;
  made_up.file.checked.filing.figures[0].status = Status::damaged;
  std::istringstream lines(printed(*report::facts_ndjson(), made_up.file));
  std::string line;
  std::getline(lines, line);
  const Json fact = Json::parse(line);
  EXPECT_EQ(fact["value"], nullptr);
  EXPECT_EQ(fact["decimals"], nullptr);
  EXPECT_EQ(fact["status"], "damaged");
}

TEST(ExtractJson, IsTheContracts) {
  const MadeUp made_up;
  const std::string text = printed(*report::extract_json({}), made_up.file);
  const Json json = Json::parse(text);
  EXPECT_TRUE(text.starts_with("{\"schema_version\":1,\"files\":[\n{\"file\":\"lanting.txt\",\"filing\":{"));
  EXPECT_EQ(json["files"][0]["filing"],
            Json::parse(R"({"form":"6-K","issuer":"Lanting Cloud Holdings Limited",
      "commission_file_number":"001-99999","month":"2023-08","signed":"2023-08-22",
      "report":{"period_end":"2023-06-30","kind":"interim"},
      "rates":[{"from":"RMB","to":"USD","rate":7.2513,"as_of":"2023-06-30","line":12}]})"));
  const Json& table = json["files"][0]["tables"][0];
  EXPECT_EQ(table["id"], "t1");
  EXPECT_EQ(table["kind"], "non_gaap");
  EXPECT_EQ(table["first_line"], 20);
  EXPECT_EQ(table["last_line"], 22);
  EXPECT_EQ(table["columns"][2],
            Json::parse(R"({"period":{"start":"2023-01-01","end":"2023-06-30"},"unit":"USD","scale":1000,
      "column_heading":"2023 / US$","heading":"read"})"));
  EXPECT_EQ(table["rows"][0], Json::parse(R"({"line":19,"label":"Adjustments:","concept":null,"role":"header",
      "depth":0,"cells":[null,null,null]})"));
  EXPECT_EQ(table["rows"][2], Json::parse(R"json({"line":22,"label":"Adjusted net loss, “as defined”",
      "concept":"ProfitLoss","role":"total","depth":0,"cells":[null,
      {"value":-727430,"decimals":0,"raw":"(727,430)","status":"ok"},
      {"value":-117819,"decimals":0,"raw":"(117,819)","status":"ok"}]})json"));
  EXPECT_FALSE(json["files"][0].contains("claims"));
}

TEST(ExtractJson, GivesClaimsWhenAskedTo) {
  const MadeUp made_up;
  const Json json = Json::parse(printed(*report::extract_json({.claims = true}), made_up.file));
  EXPECT_EQ(json["files"][0]["claims"],
            Json::parse(R"([{"kind":"amount","metric":"impairment of the server park",
      "concept":null,
      "amount":{"line":30,"column":43,"period":{"start":"2023-01-01","end":"2023-06-30"},"unit":"RMB",
                "scale":1000000,"value":185.1,"raw":"RMB185.1 million"},
      "translation":{"line":30,"column":61,"period":{"start":"2023-01-01","end":"2023-06-30"},"unit":"USD",
                     "scale":1000000,"value":8.0,"raw":"US$8.0 million"},
      "current":null,"base":null,
      "row":{"line":20,"table":"t1","label":"Impairment of long-lived assets","value":185135},
      "unresolved":null}])"));
}

TEST(ExtractText, AlignsTheFigures) {
  MadeUp made_up;
  made_up.file.checked.filing.figures[1].status = Status::repaired;
  made_up.file.checked.filing.figures[4].status = Status::damaged;
  EXPECT_EQ(printed(*report::extract_text({.claims = true}), made_up.file),
            R"text(lanting.txt
Lanting Cloud Holdings Limited, 6-K, interim report to 2023-06-30, signed 2023-08-22
RMB7.2513 for USD1 on 2023-06-30, line 12

t1  non-GAAP  lines 20–22
Reconciliation of “GAAP” and non-GAAP results
                                            2022          2023           2023
                                             RMB           RMB            US$
                                      2022-01-01    2023-01-01     2023-01-01
                                      2022-06-30    2023-06-30     2023-06-30
                                         RMB'000       RMB'000        USD'000
    19  Adjustments:
    20    Impairment of long-lived …           – ·    185,135* ·        8,031 !
    22  Adjusted net loss, “as defi…                  -727,430 $!  (117,819)? $!

F footed, X added across, R rolled forward, T tied to another place, P in a
sentence, C as an earlier filing, $ translated, % ratio or change, !
contradicted, · held by nothing, * recovered, ? damaged

claims
    30  amount        impairment of the server park  RMB185.1 million
        → line 20: Impairment of long-lived assets 185,135
)text");
}

TEST(ExtractText, PutsColumnsThatDoNotFitUnderneath) {
  const MadeUp made_up;
  const std::string text = printed(*report::extract_text({.width = 60}), made_up.file);
  EXPECT_NE(text.find(R"(
                                    2022          2023
                                     RMB           RMB
                              2022-01-01    2023-01-01
                              2022-06-30    2023-06-30
                                 RMB'000       RMB'000
    19  Adjustments:
    20    Impairment of lon…           – ·     185,135 ·
    22  Adjusted net loss, …                  -727,430 $!

                                    2023
                                     US$
                              2023-01-01
                              2023-06-30
                                 USD'000
    19  Adjustments:
    20    Impairment of lon…       8,031 !
    22  Adjusted net loss, …    -117,819 $!
)"),
            std::string::npos)
      << text;
}

TEST(ExtractText, PrintsTheTablesThatAreWanted) {
  const MadeUp made_up;
  EXPECT_NE(printed(*report::extract_text({.kinds = {"non_gaap"}}), made_up.file).find("Impairment"),
            std::string::npos);
  EXPECT_EQ(printed(*report::extract_text({.kinds = {"note"}}), made_up.file).find("Impairment"),
            std::string::npos);
  EXPECT_EQ(printed(*report::extract_text({.tables = {"t2"}}), made_up.file).find("Impairment"),
            std::string::npos);
}

TEST(ExtractText, SaysTheUnitOfARowThatIsNotItsColumns) {
  MadeUp made_up;
  for (const FigureId id : {0U, 1U, 2U})
    made_up.file.checked.filing.figures[id].unit = {Measure::percent, {}};
  const std::string text = printed(*report::extract_text({.width = 100}), made_up.file);
  EXPECT_NE(text.find("  Impairment of long-lived assets (percent) "), std::string::npos) << text;
}

}  // namespace
}  // namespace kcfin::testing
