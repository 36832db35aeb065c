"""Stands between a client and a server on 127.0.0.1, and lets each answer of the server wait.

slow_proxy.py PORT FILE: prints the port where it listens, and ends with its standard input. Each piece of an answer waits as long as FILE says at that
moment (microseconds, as slow_disk.c reads them).
"""

import asyncio
import os
import struct
import sys


def delay():
    with open(sys.argv[2], "rb") as file:
        return struct.unpack("=I", file.read(4))[0] / 1e6


async def pass_on(reader, writer, waits):
    try:
        while data := await reader.read(65536):
            if waits:
                await asyncio.sleep(delay())
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def serve(client_reader, client_writer):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    except OSError:
        client_writer.close()
        return
    await asyncio.gather(pass_on(client_reader, writer, False), pass_on(reader, client_writer, True))


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)  # with all connections


asyncio.run(main())
