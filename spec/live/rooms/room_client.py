"""A chat client made of slixmpp alone: registers with an invite, looks for its bookmarks, and joins the first room as they say.

usage: room_client.py PORT JID PASSWORD TOKEN

Prints what it saw as one JSON object, for pages_spec.lua: {"room", "name", "nick", "password", "autojoin", "affiliation"}.
"""

import asyncio
import json
import sys

from slixmpp import ClientXMPP

BOOKMARKS = "urn:xmpp:bookmarks:1"
PATIENCE = 20  # seconds


class Newcomer(ClientXMPP):
    def __init__(self, jid, password, token):
        super().__init__(jid, password, plugin_config={"feature_mechanisms": {"unencrypted_plain": True, "unencrypted_scram": True}})
        self.enable_starttls = self.enable_direct_tls = False
        self.enable_plaintext = True
        self.token = token
        for plugin in ("xep_0030", "xep_0045", "xep_0060"):
            self.register_plugin(plugin)
        self.register_plugin("xep_0077", {"force_registration": True})
        self.add_event_handler("register", self.on_register)

    async def on_register(self, _):
        # slixmpp holds other stanzas back until the client is logged in.
        self.send_raw(f"<iq type='set' id='shown' to='{self.boundjid.domain}'><preauth xmlns='urn:xmpp:pars:0' token='{self.token}'/></iq>")
        wanted = self.make_iq_set()
        wanted["register"]["username"] = self.boundjid.user
        wanted["register"]["password"] = self.password
        await wanted.send()


async def scenario(client):
    conference = None
    while conference is None:  # what follows the registration takes a moment
        try:
            found = await client["xep_0060"].get_items(client.boundjid.bare, BOOKMARKS)
            item = next(iter(found["pubsub"]["items"]), None)
            conference = item.xml.find(f"{{{BOOKMARKS}}}conference") if item is not None else None
        except Exception:
            pass
        await asyncio.sleep(0.1)
    text = lambda name: conference.findtext(f"{{{BOOKMARKS}}}{name}")
    room, nick, password = item["id"], text("nick"), text("password")
    await client["xep_0045"].join_muc_wait(room, nick, password=password, timeout=PATIENCE)
    return {
        "room": room, "name": conference.get("name"), "nick": nick, "password": password, "autojoin": conference.get("autojoin"),
        "affiliation": client["xep_0045"].get_jid_property(room, nick, "affiliation"),
    }


async def main(port, jid, password, token):
    client = Newcomer(jid, password, token)
    client.connect("127.0.0.1", int(port))
    await client.wait_until("session_start", PATIENCE)
    print(json.dumps(await asyncio.wait_for(scenario(client), PATIENCE)))
    await client.disconnect()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
