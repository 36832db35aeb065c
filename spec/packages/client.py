"""A client made of slixmpp, as people have one: registers with an invite and logs in, or opens the page of an invite.

usage: client.py CERTIFICATE register PORT HOST TOKEN USERNAME    prints "USERNAME is registered" or "refused: CONDITION"
       client.py CERTIFICATE login PORT HOST USERNAME             prints "USERNAME is logged in" or "refused: CONDITION"
       client.py CERTIFICATE page PORT HOST PATH                  prints the status and the title of the page, and of what type its preview is
"""

import asyncio
import http.client
import re
import socket
import ssl
import sys

from slixmpp import ClientXMPP
from slixmpp.xmlstream import ET
from slixmpp.xmlstream.handler import Waiter
from slixmpp.xmlstream.matcher import MatcherId

PATIENCE = 20  # seconds


class Client(ClientXMPP):
    """Registers on a stream before it logs in, if it has a token."""

    def __init__(self, certificate, host, token, username):
        super().__init__(f"{username}@{host}", "a password of 30 characters...")
        self.ca_certs = certificate
        self.enable_direct_tls = False
        self.token = token
        self.outcome = asyncio.get_running_loop().create_future()
        self.register_plugin("xep_0077")
        self.unregister_feature("register", order=self.plugin["xep_0077"].order)
        self.register_feature("register", self.on_offer, restart=False, order=self.plugin["xep_0077"].order)
        self.add_event_handler("session_start", lambda _: self.end(f"{username} is {'registered' if token else 'logged in'}"))
        self.add_event_handler("failed_auth", lambda _: self.end("refused: no login"))
        self.add_event_handler("connection_failed", lambda why: self.end(f"refused: {why}"))

    def end(self, text):
        if not self.outcome.done():
            self.outcome.set_result(text)

    async def ask(self, payload):
        """Sends a query at once, which slixmpp would keep until the session has begun. Returns the condition of an error, or None."""
        iq = self.make_iq_set(ito=self.boundjid.host, sub=ET.fromstring(payload))
        waiter = Waiter("answer", MatcherId(iq["id"]))
        self.register_handler(waiter)
        self.send_raw(str(iq))
        answer = await waiter.wait(PATIENCE)
        return answer["error"]["condition"] if answer["type"] == "error" else None

    async def on_offer(self, _):
        if not self.token:
            return False
        wrong = await self.ask(f"<preauth xmlns='urn:xmpp:pars:0' token='{self.token}'/>") or await self.ask(
            f"<query xmlns='jabber:iq:register'><username>{self.boundjid.user}</username><password>{self.password}</password></query>"
        )
        if wrong:
            self.end(f"refused: {wrong}")
        return bool(wrong)  # or the next feature's turn has come: to log in


async def register(certificate, port, host, token, username):
    client = Client(certificate, host, token, username)
    client.connect("127.0.0.1", int(port))
    try:
        return await asyncio.wait_for(client.outcome, PATIENCE * 2)
    except asyncio.TimeoutError:
        return "refused: nothing came of it in time"
    finally:
        client.abort()


def get(certificate, port, host, path):
    connection = http.client.HTTPSConnection("127.0.0.1", int(port), timeout=PATIENCE)
    tls = ssl.create_default_context(cafile=certificate)
    connection.sock = tls.wrap_socket(socket.create_connection(("127.0.0.1", int(port)), PATIENCE), server_hostname=host)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    return answer, answer.read()


def page(certificate, port, host, path):
    answer, text = get(certificate, port, host, path)
    title = re.search("<title>(.*?)</title>", text.decode())
    picture = re.search(f'property="og:image" content="https://{host}:{port}(/[^"]*)"', text.decode())
    preview, _ = get(certificate, port, host, picture[1]) if picture else (None, None)
    return f"{answer.status} {title and title[1]}, preview: {preview and preview.headers['Content-Type']}"


def main(certificate, what, *words):
    if what == "page":
        return page(certificate, *words)
    port, host, *token, username = words
    return asyncio.run(register(certificate, port, host, *(token or [None]), username))


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
