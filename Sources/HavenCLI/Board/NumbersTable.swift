/// The numbers of a drawing, for who does not see it; folded up on a screen, and not printed.
func numbersTable(head: [String], rows: [[String]]) -> Markup {
  let body = rows.map { row -> Markup in
    "<tr><th scope=\"row\">\(row.first ?? "")</th>\(row.dropFirst().map { "<td>\($0)</td>" as Markup })</tr>\n"
  }
  return """
    <details><summary>the numbers</summary>
    <table><thead><tr>\(head.map { "<th scope=\"col\">\($0)</th>" as Markup })</tr></thead>
    <tbody>
    \(body)</tbody></table>
    </details>

    """
}
