// What is said, once, when the disk does not take what Haven writes down.

extension English {
  var fromMemory: Phrase { "Haven goes on from memory" }
  var fromMemoryBody: Phrase { "The disk takes nothing just now; havenctl status says why. The day goes on as it is." }
}

extension German {
  var fromMemory: Phrase { "Haven macht aus dem Gedächtnis weiter" }
  var fromMemoryBody: Phrase {
    "Die Platte nimmt gerade nichts an; havenctl status sagt, warum. Der Tag geht weiter wie er ist."
  }
}
