// A made-up release of a quarter and a year in tab-separated text: paragraphs of a test above statements that
// stand still. Its title names both periods, so that it says of neither sentence which is meant.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::testing {

// The fourth quarter and the year 2024: figures foot.
inline std::string quarter_release(std::string_view prose) {
  std::string text =
      "Cedar Vale Holdings Announces Fourth Quarter and Fiscal Year 2024 Financial Results\n\n";
  text += prose;
  text +=
      "\n\nCEDAR VALE HOLDINGS\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n"
      "(All amounts in thousands, except per share data)\n\n"
      "\tFor the three months ended December 31,\t\tFor the year ended December 31,\t\n"
      "\t2023\t2024\t2023\t2024\n\tRMB\tRMB\tRMB\tRMB\n"
      "Net revenues:\t\t\t\t\n"
      "Games\t300,000\t360,000\t1,100,000\t1,300,000\n"
      "Lingua\t100,000\t140,000\t350,000\t500,000\n"
      "Others\t20,000\t24,000\t80,000\t90,000\n"
      "Total net revenues\t420,000\t524,000\t1,530,000\t1,890,000\n"
      "Cost of revenues\t(260,000)\t(310,000)\t(980,000)\t(1,150,000)\n"
      "Gross profit\t160,000\t214,000\t550,000\t740,000\n"
      "Operating expenses:\t\t\t\t\n"
      "Selling and marketing expenses\t(60,000)\t(66,000)\t(230,000)\t(250,000)\n"
      "General and administrative expenses\t(50,000)\t(48,000)\t(190,000)\t(180,000)\n"
      "Total operating expenses\t(110,000)\t(114,000)\t(420,000)\t(430,000)\n"
      "Operating income\t50,000\t100,000\t130,000\t310,000\n"
      "Other income:\t\t\t\t\n"
      "Investment income (loss), net\t4,000\t(3,000)\t10,000\t(20,000)\n"
      "Others, net\t2,000\t5,000\t9,000\t14,000\n"
      "Total other income (loss), net\t6,000\t2,000\t19,000\t(6,000)\n"
      "Income before income tax\t56,000\t102,000\t149,000\t304,000\n"
      "Income tax expense\t(10,000)\t(20,000)\t(30,000)\t(60,000)\n"
      "Net income\t46,000\t82,000\t119,000\t244,000\n"
      "Net income attributable to noncontrolling interests\t(1,000)\t(2,000)\t(4,000)\t(6,000)\n"
      "Net income attributable to ordinary shareholders\t45,000\t80,000\t115,000\t238,000\n\n"
      "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n"
      "\tDec 31, 2023\tDec 31, 2024\n\tRMB\tRMB\n"
      "ASSETS\t\t\nCurrent assets:\t\t\n"
      "Cash and cash equivalents\t200,000\t250,000\n"
      "Inventories\t90,000\t70,000\n"
      "Total current assets\t290,000\t320,000\n"
      "Goodwill\t744,600\t744,600\n"
      "Total assets\t1,034,600\t1,064,600\n"
      "LIABILITIES AND SHAREHOLDERS' EQUITY\t\t\n"
      "Total liabilities\t400,000\t410,000\n"
      "Ordinary shares\t600\t600\n"
      "Retained earnings\t634,000\t654,000\n"
      "Total shareholders' equity\t634,600\t654,600\n"
      "Total liabilities and shareholders' equity\t1,034,600\t1,064,600\n\n"
      "RECONCILIATION OF GAAP AND NON-GAAP RESULTS\n\n"
      "\tFor the three months ended December 31,\t\tFor the year ended December 31,\t\n"
      "\t2023\t2024\t2023\t2024\n\tRMB\tRMB\tRMB\tRMB\n"
      "Basic earnings per ADS\t0.50\t0.88\t1.26\t2.60\n"
      "Diluted earnings per ADS\t0.49\t0.86\t1.24\t2.55\n"
      "Non-GAAP basic earnings per ADS\t0.55\t0.95\t1.40\t2.90\n"
      "Non-GAAP diluted earnings per ADS\t0.54\t0.93\t1.38\t2.85\n";
  return text;
}

}  // namespace kcfin::testing
