import Glibc
import HavenDaemon

exit(Havend.main(Array(CommandLine.arguments.dropFirst())))
