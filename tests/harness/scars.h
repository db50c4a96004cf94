// What a PDF's text layer or a scanner does to a filing, as changes of its text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "harness/draw.h"
#include "harness/filing_text.h"
#include "kcfin/filing.h"

namespace kcfin::harness {

// What was damaged, so that the reading of it can be judged.
struct Scar {
  std::vector<FigureId>
      touched;  // figures whose text, label or heading was damaged; none where a ghost was added
  // Lines at and after `moved_from` stand `moved_by` lines further down than in the sound text.
  std::uint32_t moved_from = 0xffffffff;
  std::int32_t moved_by = 0;
  bool heading = false;  // the heading was damaged: a figure is right if its column's period and unit are
  bool prose = false;    // an amount of a sentence was damaged
};

struct ScarKind {
  std::string_view name;
  // Damages the text at a place of its choice. False where it found none; the text is then unchanged.
  bool (*make)(const Filing& filing, FilingText& text, Draw& draw, Scar& scar);
};

[[nodiscard]] std::span<const ScarKind> scar_kinds();

}  // namespace kcfin::harness
