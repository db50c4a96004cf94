// Unpacked by zlib, piece by piece, so that a small file cannot unpack to more than is admitted.
#include "cli/packed.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

namespace kcfin::cli {
namespace {

class Stream {
 public:
  Stream() { sound_ = inflateInit2(&stream_, kGzip) == Z_OK; }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { inflateEnd(&stream_); }
  [[nodiscard]] bool sound() const { return sound_; }
  z_stream* operator->() { return &stream_; }
  z_stream* get() { return &stream_; }

 private:
  static constexpr int kGzip = 15 + 16;  // the largest window; gzip alone
  z_stream stream_ = {};
  bool sound_ = false;
};

}  // namespace

bool packed(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

Result<std::string> unpacked(std::string_view bytes, std::uint64_t max_bytes) {
  constexpr std::size_t kBlock = 1U << 18U;
  Stream stream;
  std::string out, input(bytes);
  if (!stream.sound() || bytes.size() > std::numeric_limits<uInt>::max())
    return Error{"cannot be unpacked", 0};
  stream->next_in = reinterpret_cast<Bytef*>(input.data());
  stream->avail_in = static_cast<uInt>(input.size());
  while (true) {
    const std::size_t have = out.size();
    out.resize(have + kBlock);
    stream->next_out = reinterpret_cast<Bytef*>(out.data() + have);
    stream->avail_out = kBlock;
    const int state = inflate(stream.get(), Z_NO_FLUSH);
    out.resize(out.size() - stream->avail_out);
    if (out.size() > max_bytes)
      return Error{fmt::format("larger than the limit of {} bytes when unpacked (--max-bytes)", max_bytes),
                   0};
    // Several packed files may stand one behind the other.
    if (state == Z_STREAM_END && stream->avail_in > 0 && inflateReset(stream.get()) == Z_OK) continue;
    if (state == Z_STREAM_END) return out;
    if (state != Z_OK || (stream->avail_in == 0 && out.size() == have))
      return Error{"a damaged gzip file", 0};
  }
}

}  // namespace kcfin::cli
