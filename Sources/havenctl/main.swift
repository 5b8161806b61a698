import HavenCLI

Havenctl.main()
