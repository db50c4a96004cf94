// Calls the installed library: checks a small statement whose total is one too high.
#include <cstdio>
#include <string>

#include "kcfin/decimal.h"
#include "kcfin/document.h"
#include "kcfin/equation.h"
#include "kcfin/filing.h"
#include "kcfin/finding.h"
#include "kcfin/result.h"

int main() {
  const std::string filing =
      "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n"
      "(All amounts in thousands)\n"
      "\n"
      "\tAs of December 31,\tAs of June 30,\n"
      "\t2023\t2024\n"
      "\tRMB\tRMB\n"
      "ASSETS\t\t\n"
      "Current assets:\t\t\n"
      "Cash and cash equivalents\t1,234\t2,345\n"
      "Accounts receivable\t1,100\t1,200\n"
      "Total current assets\t2,334\t3,645\n";
  const auto checked = kcfin::check(filing);
  if (!checked) {
    std::printf("not read: %s\n", checked.error().message.c_str());
    return 1;
  }
  for (const kcfin::Finding& finding : checked->report.findings)
    std::printf("line %u: %s\n", finding.at.line, finding.message.c_str());
  const bool found = checked->report.errors == 1 && checked->report.findings.front().at.line == 11;
  if (!found) std::printf("the total of line 11 should have been found\n");
  return found ? 0 : 1;
}
