#include "CToml.h"

// The limits must be set before toml++ is read.
#define TOML_MAX_NESTED_VALUES HAVEN_TOML_MAX_DEPTH
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "KeyDepth.h"

static_assert(TOML_EXCEPTIONS == 0, "no exception may cross into Swift");

struct haven_toml_document {
  toml::parse_result result;
  // What toml++ does not hold as text itself; a list of pointers, so that nothing moves.
  std::vector<std::unique_ptr<std::string>> texts;
  std::vector<haven_toml_node> nodes;
  haven_toml_error error{};
  bool failed = false;

  explicit haven_toml_document(toml::parse_result &&parsed) : result(std::move(parsed)) {}

  haven_toml_text keep(std::string text) {
    texts.push_back(std::make_unique<std::string>(std::move(text)));
    return {texts.back()->data(), texts.back()->size()};
  }

  void fail(std::string text, haven_toml_position position) {
    failed = true;
    error = {keep(std::move(text)), position};
  }
};

namespace {

haven_toml_position position_of(const toml::source_position &place) { return {place.line, place.column}; }

haven_toml_region region_of(const toml::source_region &region) {
  return {position_of(region.begin), position_of(region.end)};
}

haven_toml_text text_of(std::string_view text) { return {text.data(), text.size()}; }

std::string written(const toml::date &date) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", int{date.year}, int{date.month}, int{date.day});
  return text;
}

std::string written(const toml::time &time) {
  char text[32];
  if (time.second == 0 && time.nanosecond == 0) {
    std::snprintf(text, sizeof text, "%02d:%02d", int{time.hour}, int{time.minute});
  } else {
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", int{time.hour}, int{time.minute}, int{time.second});
  }
  return text;
}

std::string written(const toml::date_time &moment) {
  std::string text = written(moment.date) + "T" + written(moment.time);
  if (moment.offset) {
    int minutes = moment.offset->minutes;
    char offset[32];
    std::snprintf(offset, sizeof offset, "%c%02d:%02d", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                  std::abs(minutes) % 60);
    text += offset;
  }
  return text;
}

// Appends `node` and all that is in it. Depth is bounded by the parser's limits.
uint32_t append(haven_toml_document &document, const toml::node &node, const toml::key *key);

void append_children(haven_toml_document &document, uint32_t parent, const toml::node &node) {
  uint32_t last = 0;
  auto chain = [&](uint32_t child) {
    if (last == 0) {
      document.nodes[parent].first = child;
    } else {
      document.nodes[last].next = child;
    }
    last = child;
    document.nodes[parent].count += 1;
  };
  if (const toml::array *array = node.as_array()) {
    for (const toml::node &element : *array) chain(append(document, element, nullptr));
  } else if (const toml::table *table = node.as_table()) {
    std::vector<std::pair<const toml::key *, const toml::node *>> entries;
    entries.reserve(table->size());
    for (auto &&[key, value] : *table) entries.emplace_back(&key, &value);
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
      return a.first->source().begin < b.first->source().begin;
    });
    for (const auto &[entry_key, value] : entries) chain(append(document, *value, entry_key));
  }
}

uint32_t append(haven_toml_document &document, const toml::node &node, const toml::key *key) {
  haven_toml_node made{};
  made.region = region_of(node.source());
  if (key != nullptr) {
    made.key = text_of(key->str());
    made.key_region = region_of(key->source());
  }
  switch (node.type()) {
    case toml::node_type::table:
      made.type = HAVEN_TOML_TABLE;
      made.is_inline = node.as_table()->is_inline();
      break;
    case toml::node_type::array:
      made.type = HAVEN_TOML_ARRAY;
      made.is_array_of_tables = node.is_array_of_tables() && !node.as_array()->get(0)->as_table()->is_inline();
      break;
    case toml::node_type::string:
      made.type = HAVEN_TOML_STRING;
      made.text = text_of(node.as_string()->get());
      break;
    case toml::node_type::integer:
      made.type = HAVEN_TOML_INTEGER;
      made.integer = node.as_integer()->get();
      break;
    case toml::node_type::floating_point:
      made.type = HAVEN_TOML_FLOAT;
      made.number = node.as_floating_point()->get();
      break;
    case toml::node_type::boolean:
      made.type = HAVEN_TOML_BOOLEAN;
      made.integer = node.as_boolean()->get();
      break;
    case toml::node_type::date:
      made.type = HAVEN_TOML_DATE;
      made.text = document.keep(written(node.as_date()->get()));
      break;
    case toml::node_type::time:
      made.type = HAVEN_TOML_TIME;
      made.text = document.keep(written(node.as_time()->get()));
      break;
    case toml::node_type::date_time:
      made.type = HAVEN_TOML_DATE_TIME;
      made.text = document.keep(written(node.as_date_time()->get()));
      break;
    case toml::node_type::none:
      break;
  }
  auto index = static_cast<uint32_t>(document.nodes.size());
  document.nodes.push_back(made);
  append_children(document, index, node);
  return index;
}

}  // namespace

haven_toml_document *haven_toml_parse(const char *bytes, size_t length) {
  std::string_view text{bytes, length};
  std::optional<haven_toml_position> too_deep = haven::first_key_deeper_than(HAVEN_TOML_MAX_DEPTH, text);
  auto *document = new (std::nothrow) haven_toml_document(toml::parse(too_deep ? std::string_view{} : text));
  if (document == nullptr) return nullptr;
  if (too_deep) {
    document->fail("a key has more than " + std::to_string(HAVEN_TOML_MAX_DEPTH) + " dotted parts", *too_deep);
  } else if (!document->result) {
    const toml::parse_error &error = document->result.error();
    document->fail(std::string{error.description()}, position_of(error.source().begin));
  } else {
    append(*document, document->result.table(), nullptr);
  }
  return document;
}

void haven_toml_free(haven_toml_document *document) { delete document; }

const haven_toml_error *haven_toml_fault(const haven_toml_document *document) {
  return document->failed ? &document->error : nullptr;
}

const haven_toml_node *haven_toml_nodes(const haven_toml_document *document, size_t *count) {
  *count = document->nodes.size();
  return document->nodes.data();
}
