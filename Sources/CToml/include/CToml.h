// A TOML 1.0 document as a flat array of nodes, with the place of every key and value.
//
// The parser is toml++, which never leaves CToml.cpp: what crosses this boundary is plain C, and no C++
// exception does. A document is immutable once parsed and owns every byte that its nodes point to.
//
// Places are counted as an editor shows them: lines from 1, columns from 1 in Unicode code points (a tab is
// one, a letter with a combining mark is two), never in bytes. `end` is the position after the last character.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct haven_toml_document haven_toml_document;

typedef struct {
  uint32_t line;
  uint32_t column;
} haven_toml_position;

typedef struct {
  haven_toml_position begin;
  haven_toml_position end;
} haven_toml_region;

// UTF-8, not terminated by a NUL; may hold NUL bytes.
typedef struct {
  const char *bytes;
  size_t length;
} haven_toml_text;

typedef enum {
  HAVEN_TOML_TABLE,
  HAVEN_TOML_ARRAY,
  HAVEN_TOML_STRING,
  HAVEN_TOML_INTEGER,
  HAVEN_TOML_FLOAT,
  HAVEN_TOML_BOOLEAN,
  HAVEN_TOML_DATE,       // text is 2026-03-10
  HAVEN_TOML_TIME,       // text is 07:30, with seconds only where they are not zero
  HAVEN_TOML_DATE_TIME,  // text is 2026-03-10T07:30, with an offset where one was written
} haven_toml_type;

typedef struct {
  haven_toml_type type;
  // An array whose elements were written as [[headers]].
  uint8_t is_array_of_tables;
  // A table written { as = "this" }.
  uint8_t is_inline;
  // Number of children of a table or an array; its first child and, within a parent, the next. 0 is none:
  // node 0 is the root. Children of a table come in the order in which they were written.
  uint32_t count;
  uint32_t first;
  uint32_t next;
  // Empty and zero for elements of an array.
  haven_toml_text key;
  haven_toml_region key_region;
  // Of a table, the place of its header or of its first key.
  haven_toml_region region;
  // STRING and the three kinds of time.
  haven_toml_text text;
  // INTEGER and BOOLEAN (0 or 1).
  int64_t integer;
  double number;
} haven_toml_node;

typedef struct {
  haven_toml_text text;
  haven_toml_position position;
} haven_toml_error;

// Arrays and inline tables may nest this deep, and a key may have this many dotted parts.
#define HAVEN_TOML_MAX_DEPTH 32

// Never NULL except out of memory; `bytes` is not needed afterwards. Release with haven_toml_free.
haven_toml_document *haven_toml_parse(const char *bytes, size_t length);
void haven_toml_free(haven_toml_document *document);

// NULL when the text is TOML; else the first fault, and the document has no nodes.
const haven_toml_error *haven_toml_fault(const haven_toml_document *document);

// Node 0 is the root table.
const haven_toml_node *haven_toml_nodes(const haven_toml_document *document, size_t *count);

#ifdef __cplusplus
}
#endif
