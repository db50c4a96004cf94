// Local headers, deflated contents, the central directory (PKWARE's APPNOTE 6.3).
#include "report/zip_archive.h"

#include <zlib.h>

namespace kcfin::report {
namespace {

constexpr std::uint16_t kVersion = 20, kUtf8 = 0x0800, kDeflated = 8;
constexpr std::uint16_t kDay = (1980 - 1980) << 9 | 1 << 5 | 1;  // no clock goes into the bytes

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U);
}

std::string deflated(std::string_view content) {
  z_stream stream{};
  // Without zlib's own header.
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

void ZipArchive::add(std::string_view name, std::string_view content) {
  const std::string packed = deflated(content);
  const auto offset = static_cast<std::uint32_t>(out_.size());
  const auto sum = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
  std::string common;
  put16(common, kVersion);
  put16(common, kUtf8);
  put16(common, kDeflated);
  put16(common, 0);
  put16(common, kDay);
  put32(common, sum);
  put32(common, static_cast<std::uint32_t>(packed.size()));
  put32(common, static_cast<std::uint32_t>(content.size()));
  put16(common, static_cast<std::uint32_t>(name.size()));
  put16(common, 0);
  put32(out_, 0x04034b50);
  out_.append(common).append(name).append(packed);
  put32(directory_, 0x02014b50);
  put16(directory_, kVersion);
  directory_ += common;
  put16(directory_, 0);  // comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);
  put32(directory_, 0);
  put32(directory_, offset);
  directory_ += name;
  ++files_;
}

std::string ZipArchive::bytes() && {
  const auto start = static_cast<std::uint32_t>(out_.size());
  out_ += directory_;
  put32(out_, 0x06054b50);
  put32(out_, 0);
  put16(out_, files_);
  put16(out_, files_);
  put32(out_, static_cast<std::uint32_t>(directory_.size()));
  put32(out_, start);
  put16(out_, 0);
  return std::move(out_);
}

}  // namespace kcfin::report
