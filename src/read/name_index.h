// Names of elements, found by their first letter.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kcfin::read_room {

// Over a list that is sorted by its entries' `name`, each of lower-case letters and digits. The list must
// outlive it.
template <class Entry, std::size_t kSize>
class NameIndex {
 public:
  explicit constexpr NameIndex(const std::array<Entry, kSize>& list) : list_(&list) {
    for (const Entry& entry : list) ++starts_[letter(entry.name) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  }

  // Null where the list has no such name.
  [[nodiscard]] constexpr const Entry* find(std::string_view name) const {
    if (name.empty() || name.front() < 'a' || name.front() > 'z') return nullptr;
    for (std::size_t i = starts_[letter(name)]; i < starts_[letter(name) + 1]; ++i) {
      if (same((*list_)[i].name, name)) return &(*list_)[i];
    }
    return nullptr;
  }

 private:
  // Of two names with one first letter: most are told apart by their length or their last one.
  static constexpr bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && a.back() == b.back() && (a.size() <= 2 || a == b);
  }
  static constexpr std::size_t letter(std::string_view name) {
    return static_cast<std::size_t>(name.front() - 'a');
  }

  const std::array<Entry, kSize>* list_;
  std::array<std::size_t, 27> starts_{};
};

}  // namespace kcfin::read_room
