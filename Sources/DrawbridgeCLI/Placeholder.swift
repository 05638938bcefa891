import ArgumentParser
import Yams
import ServiceLifecycle
