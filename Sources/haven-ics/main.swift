print("haven-ics")
