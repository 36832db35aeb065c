"""A receiver of webhooks on 127.0.0.1, which does what it is told.

receiver.py CERT KEY: prints its ports (HTTP, HTTPS, control) and ends with its standard input. Whoever connects to the control port gets a line of JSON
for each request, and sends lines "PATH MODE" with what the receiver is to do there from then on: a status, or a word below.
"""

import asyncio
import json
import ssl
import sys

modes = {}
watchers = []


async def answer(reader, writer):
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = (await reader.readexactly(int(headers["Content-Length"]))).decode()
        path = head.split(" ")[1]
        mode = modes.get(path, "204")
        line = json.dumps({"path": path, "headers": headers, "body": body, "mode": mode})
        for watcher in watchers:
            watcher.write(line.encode() + b"\n")
        if mode == "reset":
            writer.transport.abort()
        elif mode == "hang":
            await asyncio.sleep(600)
        elif mode == "noise":
            writer.write(b"\0\xff" * 30000)
        elif mode in ("huge", "huge-error"):
            writer.write(b"HTTP/1.1 %s OK\r\n\r\n" % (b"200" if mode == "huge" else b"500"))
            for _ in range(2000):
                writer.write(b"x" * 65536)
                await writer.drain()
        elif mode == "redirect":
            writer.write(b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
        else:
            writer.write(b"HTTP/1.1 %s OK\r\nContent-Length: 2\r\n\r\nok" % mode.encode())
        await writer.drain()
    except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
        pass
    finally:
        writer.close()


async def control(reader, writer):
    watchers.append(writer)
    writer.write(b'"ready"\n')
    try:
        while line := await reader.readline():
            path, mode = line.decode().split()
            modes[path] = mode
            writer.write(b'"told"\n')
    except (OSError, asyncio.CancelledError):
        pass
    watchers.remove(writer)
    writer.close()


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    servers = [
        await asyncio.start_server(answer, "127.0.0.1", 0),
        await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context),
        await asyncio.start_server(control, "127.0.0.1", 0),
    ]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
