import { parentPort, workerData } from 'node:worker_threads'
import { hashAll } from './hash-beside.ts'

/** The program of the thread that hashes: takes paths, says their hashes, and ends. */
parentPort?.postMessage(hashAll(workerData))
