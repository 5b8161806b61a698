// haven-fuzz: libFuzzer's own program (<https://llvm.org/docs/LibFuzzer.html>) around one of the targets, which is named by
// $HAVEN_FUZZ_TARGET. Tools/fuzz builds and runs it.

import FuzzTargets
import Glibc

private typealias Taker = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>, _ words: UnsafeMutablePointer<CommandWords>, _ take: Taker
) -> Int32

private typealias CommandWords = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

private nonisolated(unsafe) var target = FuzzTarget.socket

guard let named = getenv("HAVEN_FUZZ_TARGET").flatMap({ FuzzTarget(rawValue: String(cString: $0)) }) else {
  print("haven-fuzz: $HAVEN_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  exit(64)
}
target = named
private var count = CommandLine.argc
private var words = CommandLine.unsafeArgv
exit(
  runFuzzer(&count, &words) { start, count in
    target.take(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  })
