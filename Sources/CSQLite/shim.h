#pragma once
#include <sqlite3.h>

// What Swift cannot import from sqlite3.h: a macro that is a cast, and a variadic function.

/// Binds a copy of the text. A null pointer with no bytes is the empty string, not NULL: Swift's empty strings have
/// no address, and sqlite3_bind_text would take that for NULL.
static inline int haven_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 bytes) {
  return sqlite3_bind_text64(statement, index, text ? text : "", bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Closing leaves the write-ahead log as it is: nothing is copied into the database, and no file changes.
static inline int haven_no_checkpoint_on_close(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
