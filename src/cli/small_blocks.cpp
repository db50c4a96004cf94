// The program's memory: operator new and delete, for which small blocks wait in lists by size.
//
// A filing is some ten thousand short texts and lists, and in malloc and free they cost a sixth of a check.
// Here a block that is given back is the next one of its size that is asked for. Large blocks, and the room
// that small ones are cut from, are malloc's.
//
// As with malloc a word before each block says what it is, and so damage is noticed no later than there: a
// block that is given back twice, or was written to after it was given back, ends the process; one whose word
// was written over goes to free(), which ends the process for it. (A run then tells one file refused; see
// isolated_work.h.)
//
// Only release builds have this: sanitizers and memcheck are to see every block by itself.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

using Word = std::uint64_t;

constexpr std::size_t kStep = 16;                      // what blocks are aligned to, and differ in size by
constexpr std::size_t kSizes = 64;                     // number of sizes
constexpr std::size_t kSmall = kSizes * kStep;         // a block and its word
constexpr std::size_t kRoom = std::size_t{64} << 10U;  // that small blocks are cut from

// What the word says: which size, and whether the block is used or waits. The word of malloc's own blocks is
// a size, which has no such high bits.
constexpr Word kUsed = 0x7C3A'91D2'0000'0000, kWaits = 0x5B86'E40F'0000'0000;

struct Block {
  Word word;
  Block* next;  // here begins what the program gets; while the block waits, the next one that does
};
static_assert(sizeof(Block) == kStep);

struct Blocks {
  std::array<Block*, kSizes> waiting{};
  std::byte* room = nullptr;  // 8 bytes before a multiple of 16
  std::size_t left = 0;
};
thread_local constinit Blocks blocks;

[[noreturn]] void damaged(const char* what) {
  (void)!fputs(what, stderr);
  std::abort();
}

[[gnu::noinline]] Block* cut(std::size_t size) {
  const std::size_t bytes = (size + 1) * kStep;
  if (blocks.left < bytes) {
    auto* room = static_cast<std::byte*>(std::malloc(kRoom));
    if (room == nullptr) throw std::bad_alloc();
    blocks.room = room + sizeof(Word);
    blocks.left = kRoom - kStep;
  }
  auto* block = reinterpret_cast<Block*>(blocks.room);
  blocks.room += bytes;
  blocks.left -= bytes;
  return block;
}

[[gnu::noinline]] void* large(std::size_t bytes) {
  void* block = std::malloc(bytes);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void give_back(void* pointer) {
  if (pointer == nullptr) return;
  auto* block = reinterpret_cast<Block*>(static_cast<std::byte*>(pointer) - sizeof(Word));
  const std::size_t size = block->word ^ kUsed;
  if (size >= kSizes) [[unlikely]] {
    if ((block->word ^ kWaits) < kSizes) damaged("a block of memory is given back twice\n");
    return std::free(pointer);
  }
  block->word = kWaits | size;
  block->next = blocks.waiting[size];
  blocks.waiting[size] = block;
}

}  // namespace

void* operator new(std::size_t bytes) {
  if (bytes > kSmall - sizeof(Word)) [[unlikely]]
    return large(bytes);
  const std::size_t size = (bytes + sizeof(Word) - 1) / kStep;
  Block* block = blocks.waiting[size];
  if (block == nullptr) [[unlikely]] {
    block = cut(size);
  } else {
    if (block->word != (kWaits | size)) [[unlikely]]
      damaged("memory was written to after it was given back\n");
    blocks.waiting[size] = block->next;
  }
  block->word = kUsed | size;
  return &block->next;
}

void operator delete(void* pointer) noexcept { give_back(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { give_back(pointer); }
