"""A chat client made of slixmpp alone: runs the ad-hoc commands for invites as its user would, by filling in the forms that it is sent.

usage: slixmpp_client.py PORT JID PASSWORD

Prints what it saw as one JSON object, for slixmpp_spec.lua: for each command the list of answers. An answer is {"status", "notes", "kinds" (of the notes), "actions",
"type" (of the form), "title", "order" (names of its fields), "fields": {name: {"type", "value", "label", "options": [[value, label]]}}}, or {"error", "kind", "text"}.
"""

import asyncio
import json
import sys

from slixmpp import ClientXMPP

COMMANDS = "http://jabber.org/protocol/commands"
CONTACT = "urn:xmpp:invite#invite"
ACCOUNT = "urn:xmpp:invite#create-account"
RESET = "xmpp:prosody.im/mod_invites_adhoc#password-reset"
OWN = "xmpp:prosody-invites/adhoc#own"
ALL = "xmpp:prosody-invites/adhoc#all"
PATIENCE = 20  # seconds


class Client(ClientXMPP):
    def __init__(self, jid, password):
        super().__init__(jid, password, plugin_config={"feature_mechanisms": {"unencrypted_plain": True, "unencrypted_scram": True}})
        self.enable_starttls = self.enable_direct_tls = False
        self.enable_plaintext = True
        for plugin in ("xep_0004", "xep_0030", "xep_0050"):
            self.register_plugin(plugin)

    async def run(self, node, *steps):
        """Runs a command; each step is what the user enters into a form: {field: value}. Returns all that the server answered."""
        loop = asyncio.get_running_loop()
        seen, arrived = [], loop.create_future()

        def on_answer(iq, session):
            arrived.set_result((iq, session))

        session = {"next": on_answer, "error": on_answer}
        self["xep_0050"].start_command(self.boundjid.domain, node, session)
        for values in (*steps, None):
            iq, session = await asyncio.wait_for(arrived, PATIENCE)
            seen.append(shown(iq))
            if iq["type"] == "error" or values is None:
                break
            arrived = loop.create_future()
            form = iq["command"]["form"]
            action = iq["command"].xml.find(f"{{{COMMANDS}}}actions").get("execute")
            form.reply()
            form["values"] = values
            session["payload"] = form
            if action == "complete":
                self["xep_0050"].complete_command(session)
            else:
                self["xep_0050"].continue_command(session, action)
        return seen


def shown(iq):
    if iq["type"] == "error":
        return {"error": iq["error"]["condition"], "kind": iq["error"]["type"], "text": iq["error"]["text"]}
    command = iq["command"]
    answer = {"status": command["status"], "notes": [text for _, text in command["notes"]], "kinds": [kind for kind, _ in command["notes"]]}
    actions = command.xml.find(f"{{{COMMANDS}}}actions")
    if actions is not None:
        answer["actions"] = sorted(command["actions"])
    if command.xml.find("{jabber:x:data}x") is not None:
        form = command["form"]
        answer["type"] = form["type"]
        answer["title"] = form["title"]
        answer["order"] = list(form.get_fields())
        answer["fields"] = {
            name: {
                "type": field["type"],
                "value": field["value"],
                "label": field["label"],
                # To look for options where there are none breaks the form for form.reply() (slixmpp 1.17).
                "options": [[option["value"], option["label"]] for option in field["options"]] if field["type"].startswith("list-") else [],
            }
            for name, field in form.get_fields().items()
        }
    return answer


async def scenario(client):
    domain = client.boundjid.domain
    saw = {}
    items = await client["xep_0050"].get_commands(domain)
    saw["commands"] = {node: name for _, node, name in items["disco_items"]["items"]}
    info = await client["xep_0030"].get_info(jid=domain, node=ACCOUNT)
    saw["account_info"] = sorted(info["disco_info"]["features"])
    saw["account_identities"] = [[category, kind] for category, kind, _, _ in info["disco_info"]["identities"]]

    saw["contact"] = await client.run(CONTACT)
    saw["account"] = await client.run(
        ACCOUNT, {"username": "juliet", "roster-subscription": True, "lifetime": "86400", "uses": "2", "note": "für Julia"}
    )
    saw["untouched"] = await client.run(ACCOUNT, {})
    # What was wrong is mended in the same session.
    saw["taken"] = await client.run(ACCOUNT, {"username": "romeo", "lifetime": "86400", "note": "für Tybalt"}, {"username": "tybalt"})
    saw["reset"] = await client.run(RESET, {"accountjid": f"mercutio@{domain}"})
    saw["reset_elsewhere"] = await client.run(RESET, {"accountjid": "mercutio@elsewhere.example"}, {"accountjid": f"mercutio@{domain}"})

    invite = next(value for value, label in (await client.run(OWN))[0]["fields"]["invite"]["options"] if label.startswith("für Julia: "))
    saw["show"] = await client.run(OWN, {"invite": invite, "action": "show"})
    saw["label"] = await client.run(OWN, {"invite": invite, "action": "label"}, {"note": "Juliet Capulet"})
    saw["unlabel"] = await client.run(OWN, {"invite": invite, "action": "label"}, {"note": ""})
    saw["extend"] = await client.run(OWN, {"invite": invite, "action": "extend"}, {"lifetime": "3600"})
    saw["revoke"] = await client.run(OWN, {"invite": invite, "action": "revoke"})
    saw["revoke_again"] = await client.run(OWN, {"invite": invite, "action": "revoke"}, {"action": "show"})
    saw["nothing_found"] = await client.run(ALL, {"user": f"mercutio@{domain}"})
    # Invites of one second come in any order: the one to label is none of those that are looked at by their notes.
    found = await client.run(ALL, {"which": "usable", "user": f"romeo@{domain}"})
    other = next(value for value, label in found[1]["fields"]["invite"]["options"] if not label.startswith("für "))
    saw["all"] = await client.run(ALL, {"which": "usable"}, {"invite": other, "action": "label"}, {"note": "seen"})
    return saw


async def main(port, jid, password):
    client = Client(jid, password)
    client.connect("127.0.0.1", int(port))
    await client.wait_until("session_start", PATIENCE)
    print(json.dumps(await asyncio.wait_for(scenario(client), PATIENCE * 3)))
    await client.disconnect()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
