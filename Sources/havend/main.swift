import HavenDaemon

Havend.main()
