// A made-up release in tab-separated text: paragraphs of a test above statements that stand still.
#pragma once

#include <string>
#include <string_view>

namespace kcfin::testing {

// Six months to June 30, 2024: figures foot and translate at 7.2672.
inline std::string release(std::string_view prose) {
  std::string text =
      "Harbour Lane Holdings Announces Unaudited First Half 2024 Financial Results\n\n"
      "Financial Results for the Six Months Ended June 30, 2024\n\n";
  text += prose;
  text +=
      "\n\nExchange Rate Information\n\n"
      "Translations were made at a rate of RMB7.2672 to US$1.00, the noon buying rate in effect on June 30, "
      "2024.\n\n"
      "HARBOUR LANE HOLDINGS\n\nUNAUDITED CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS\n\n"
      "(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n"
      "Revenues:\t\t\t\n"
      "Port services\t900,450\t1,010,220\t139,011\n"
      "Warehouse services\t310,300\t295,118\t40,610\n"
      "Others\t2,150\t1,468\t202\n"
      "Total revenues\t1,212,900\t1,306,806\t179,823\n"
      "Cost of revenues\t(980,400)\t(1,020,500)\t(140,426)\n"
      "Gross profit\t232,500\t286,306\t39,397\n"
      "Operating expenses:\t\t\t\n"
      "Selling and marketing expenses\t(101,250)\t(98,300)\t(13,527)\n"
      "General and administrative expenses\t(150,700)\t(160,904)\t(22,141)\n"
      "Total operating expenses\t(251,950)\t(259,204)\t(35,668)\n"
      "Operating (loss) income\t(19,450)\t27,102\t3,729\n"
      "Interest expense\t(30,100)\t(41,350)\t(5,690)\n"
      "Net loss\t(49,550)\t(14,248)\t(1,961)\n\n"
      "UNAUDITED CONDENSED CONSOLIDATED BALANCE SHEETS\n\n(All amounts in thousands)\n\n"
      "\tDec 31, 2023\tJun 30, 2024\tJun 30, 2024\n\tRMB\tRMB\tUS$\n"
      "ASSETS\t\t\t\nCurrent assets:\t\t\t\n"
      "Cash and cash equivalents\t410,300\t380,120\t52,306\n"
      "Restricted cash\t20,100\t25,400\t3,495\n"
      "Total current assets\t430,400\t405,520\t55,801\n"
      "Total assets\t430,400\t405,520\t55,801\n"
      "LIABILITIES AND SHAREHOLDERS' EQUITY\t\t\t\nCurrent liabilities:\t\t\t\n"
      "Accounts payable\t300,200\t289,636\t39,855\n"
      "Short-term bank loans\t150,000\t160,000\t22,017\n"
      "Total current liabilities\t450,200\t449,636\t61,872\n"
      "Total liabilities\t450,200\t449,636\t61,872\n"
      "Total shareholders' deficit\t(19,800)\t(44,116)\t(6,071)\n"
      "Total liabilities and shareholders' deficit\t430,400\t405,520\t55,801\n\n"
      "UNAUDITED RECONCILIATION OF GAAP AND NON-GAAP RESULTS\n\n(All amounts in thousands)\n\n"
      "\tFor the six months ended June 30,\t\t\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\n"
      "Net loss\t(49,550)\t(14,248)\t(1,961)\n"
      "Adjustments:\t\t\t\n"
      "Share-based compensation expenses\t8,150\t9,310\t1,281\n"
      "Depreciation of vessels\t12,400\t14,022\t1,930\n"
      "Adjusted net (loss) income\t(29,000)\t9,084\t1,250\n";
  return text;
}

}  // namespace kcfin::testing
