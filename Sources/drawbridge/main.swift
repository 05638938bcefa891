import DrawbridgeCLI

await DrawbridgeProcess.run()
