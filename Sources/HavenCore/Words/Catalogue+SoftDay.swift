// What asks whether a soft day that has lasted is still right.

extension English {
  var stillSoft: Phrase { "Soft days: still right? havenctl mode has yes and no." }
}

extension German {
  var stillSoft: Phrase { "Leichte Tage: noch richtig so? havenctl mode hat Ja und Nein." }
}
