// Writes the compiled catalogue as C++ to standard output; fails on a fault in the catalogue's lines.
#include <cstdio>
#include <iterator>

#include "statement/compiler/catalogue_compiler.h"

namespace {

using kcfin::catalogue::Compiled;
using kcfin::catalogue::slot_hash;

std::size_t slot_count(std::size_t labels) {
  std::size_t slots = 64;
  while (slots < labels * 2) slots *= 2;
  return slots;
}

void write_text(const Compiled& compiled) {
  std::printf("inline constexpr char kText[] =\n");
  for (const auto& [key, meanings] : compiled.labels) std::printf("    \"%s\"\n", key.c_str());
  std::printf("    ;\n");
}

void write_labels(const Compiled& compiled) {
  std::printf("inline constexpr CompiledLabel kLabels[] = {\n");
  std::size_t start = 0;
  for (const auto& [key, meanings] : compiled.labels) {
    std::printf("    {%zu, %zu, {", start, key.size());
    for (const unsigned meaning : meanings) std::printf("%u, ", meaning);
    std::printf("}},\n");
    start += key.size();
  }
  std::printf("};\n");
}

void write_slots(const Compiled& compiled) {
  const std::size_t count = slot_count(compiled.labels.size());
  std::vector<std::size_t> slots(count, kcfin::catalogue::kNone);
  std::size_t number = 0;
  for (const auto& [key, meanings] : compiled.labels) {
    std::size_t at = slot_hash(key) % count;
    while (slots[at] != kcfin::catalogue::kNone) at = (at + 1) % count;
    slots[at] = number++;
  }
  std::printf("inline constexpr std::uint16_t kSlots[] = {");
  for (std::size_t i = 0; i < count; ++i) std::printf("%s%zu,", i % 16 == 0 ? "\n    " : " ", slots[i]);
  std::printf("\n};\n");
}

}  // namespace

int main() {
  const Compiled compiled = kcfin::catalogue::compile(kcfin::catalogue::lines::kAll);
  for (const std::string& fault : compiled.faults) {
    std::fprintf(stderr, "concept_catalogue.inc: %s\n", fault.c_str());
  }
  if (!compiled.faults.empty()) return 1;
  write_text(compiled);
  write_labels(compiled);
  write_slots(compiled);
  return 0;
}
