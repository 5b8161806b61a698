#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "CToml.h"

namespace haven {

// The place of the first key with more than `limit` dotted parts, nullopt where there is none.
//
// toml++ 3.3 bounds nested values but not dotted keys: `a.a.a…` of a few megabytes makes a table so deep that
// destroying it overflows the stack. This pass knows only strings, comments and what may stand in a key, which is
// enough: up to the first syntax error it sees what the parser sees, and behind one nothing is built.
inline std::optional<haven_toml_position> first_key_deeper_than(size_t limit, std::string_view text) {
  uint32_t line = 1;
  uint32_t column = 0;
  size_t dots = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if ((c & 0xC0) != 0x80) ++column;
    switch (c) {
      case '\n':
        ++line;
        column = 0;
        dots = 0;
        break;
      case '.':
        if (++dots >= limit) return haven_toml_position{line, column};
        break;
      case '#':
        while (i + 1 < text.size() && text[i + 1] != '\n') ++i;
        break;
      case '"':
      case '\'': {
        // Columns inside a string do not matter: a key that goes on behind it is told at the line's place.
        bool is_long = text.substr(i, 3) == std::string_view(c == '"' ? "\"\"\"" : "'''");
        size_t j = i + (is_long ? 3 : 1);
        for (; j < text.size(); ++j) {
          if (text[j] == '\\' && c == '"' && j + 1 < text.size() && text[j + 1] != '\n') {
            ++j;
          } else if (text[j] == '\n') {
            if (!is_long) break;
            ++line;
            column = 0;
          } else if (text[j] == c && (!is_long || text.substr(j, 3) == std::string_view(c == '"' ? "\"\"\"" : "'''"))) {
            break;
          }
        }
        if (j < text.size() && text[j] == '\n') {
          i = j - 1;  // an unclosed string: the newline itself is looked at next
        } else {
          i = is_long ? j + 2 : j;
          // Up to two more quotes belong to a long string: `"""a""""` is `a"`.
          for (int more = 0; is_long && more < 2 && i + 1 < text.size() && text[i + 1] == c; ++more) ++i;
        }
        break;
      }
      case '=':
      case ',':
      case '{':
      case '[':
        dots = 0;
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

}  // namespace haven
