// translation/cell: amounts that were cut off, not rounded, before they were printed.
#include "relations.h"

namespace kcfin {
namespace {

using testing::relations;

std::string balance(std::string_view rows) {
  return "Translations into U.S. dollars are made at RMB8.0000 to US$1.00, the noon buying rate on December "
         "31, "
         "2024.\n\nUNAUDITED CONSOLIDATED BALANCE SHEETS\n\n\tDec 31, 2024\tDec 31, 2024\n"
         "\tRMB million\tUS$ thousand\n" +
         std::string(rows);
}

TEST(TranslationCell, AmountsThatAreCutOffTellItByTheirTranslations) {
  const std::string said =
      relations(balance("Cash and cash equivalents\t10\t1,363\nRestricted cash\t20\t2,600\n"
                        "Inventories\t30\t3,838\nGoodwill\t40\t5,075\n"
                        "Property and equipment, net\t50\t6,363\nOther assets\t60\t7,513\n"
                        "Deposits\t70\t9,900\n"),
                "translation/cell");
  // The last amount is neither rounded nor cut off.
  EXPECT_EQ(said,
            "7,513@12 x rate = 60@12\n9,900@13 x rate = 70@13 breaks\n"
            "skip 7: the amounts of the column are cut off, not rounded\n"
            "skip 8: the amounts of the column are cut off, not rounded\n"
            "skip 9: the amounts of the column are cut off, not rounded\n"
            "skip 10: the amounts of the column are cut off, not rounded\n"
            "skip 11: the amounts of the column are cut off, not rounded\n");
}

TEST(TranslationCell, ThreeAmountsProveNothing) {
  const std::string said =
      relations(balance("Cash and cash equivalents\t10\t1,363\nRestricted cash\t20\t2,600\n"
                        "Inventories\t30\t3,838\nOther assets\t60\t7,513\n"),
                "translation/cell");
  EXPECT_EQ(said.find("skip"), std::string::npos) << said;
}

}  // namespace
}  // namespace kcfin
