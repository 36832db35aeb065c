//! The forms of the commands.

use super::form::{Choice, Field, Form, Type};
use super::{Lifetimes, Say, clean, words};
use crate::Argument;

/// The role that may do anything on all hosts. It stands last, so that nobody grants it by a slip.
const OPERATOR: &str = "prosody:operator";

/// The most options of a field. All of them are in each form, and clients show them in one list.
const MOST_OPTIONS: usize = 200;

/// Filters of lists, and actions on an invite. The first of each is the default.
const WHICH: [&str; 4] = ["usable", "pending", "used", "all"];
const VERBS: [&str; 4] = ["show", "extend", "label", "revoke"];

fn choices(say: Say<'_>, values: [&str; 4], prefix: &str) -> Vec<Choice> {
    let choice = |(at, value): (usize, &str)| Choice { value: value.to_owned(), label: say.say(&format!("{prefix}{value}")), is_default: at == 0 };
    values.into_iter().enumerate().map(choice).collect()
}

/// A room as an option. Two rooms may have one name.
fn room(jid: &str, name: &str) -> Choice {
    Choice { value: jid.to_owned(), label: format!("{} ({jid})", clean(name)), is_default: false }
}

/// The options of an account invite.
#[derive(Clone, Debug, Default)]
pub struct AccountForm<'a> {
    /// The host.
    pub host: &'a str,
    /// Whether its creator can become a contact.
    pub befriends: bool,
    /// Whether it may be used more than once.
    pub many_uses: bool,
    /// The roles that may be granted.
    pub roles: Vec<String>,
    /// The ids and names of the groups that may be given.
    pub groups: Vec<(String, String)>,
    /// The JIDs and names of the rooms that may be offered.
    pub rooms: Vec<(String, String)>,
    /// Whether other rooms may be named.
    pub any_room: bool,
}

impl Say<'_> {
    fn field(self, name: &'static str, kind: Type, id: &str) -> Field {
        Field::new(name, kind, self.say(id))
    }

    /// A field with up to [`MOST_OPTIONS`] options. If there are more, it says so.
    fn list(self, name: &'static str, kind: Type, id: &str, mut options: Vec<Choice>) -> Field {
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let cut = || self.tell("adhoc-options-cut", [("count", Argument::Number(MOST_OPTIONS as f64))]);
        let hint = (options.len() > MOST_OPTIONS).then(cut);
        options.truncate(MOST_OPTIONS);
        Field { hint, ..self.field(name, kind, id).with(options) }
    }

    /// A role in words, with its name.
    fn role(self, name: &str) -> String {
        let id = match name {
            "prosody:registered" => "adhoc-role-registered",
            "prosody:member" => "adhoc-role-member",
            "prosody:admin" => "adhoc-role-admin",
            OPERATOR => "adhoc-role-operator",
            _ => return name.to_owned(),
        };
        self.tell("adhoc-role-named", [("words", words(&self.say(id))), ("role", words(name))])
    }

    /// The form for a password reset.
    #[must_use]
    pub fn reset_form(self) -> Form {
        let fields = vec![self.field("accountjid", Type::JidSingle, "adhoc-reset-address").required()];
        Form { title: self.say("adhoc-reset-title"), instructions: Some(self.say("adhoc-reset-lead")), fields }
    }

    /// The form for an account invite of XEP-0401, section 5.4, with more fields.
    #[must_use]
    pub fn account_form(self, form: &AccountForm<'_>, lifetimes: Lifetimes) -> Form {
        let hint = |field: Field, id: &str| Field { hint: Some(self.say(id)), ..field };
        let mut fields = vec![hint(self.field("username", Type::TextSingle, "adhoc-username"), "adhoc-username-hint")];
        if form.befriends {
            fields.push(self.field("roster-subscription", Type::Boolean, "adhoc-befriend"));
        }
        fields.push(self.field("lifetime", Type::ListSingle, "adhoc-lifetime").with(lifetimes.choices(self)));
        if form.many_uses || lifetimes.is_unlimited {
            fields.push(Field { value: Some("1".to_owned()), ..self.field("uses", Type::TextSingle, "adhoc-most-uses") });
        }
        // A client would end the stream over a value with a character that XML forbids, and another value would name another group.
        let offered = |value: &str, name: &str| Choice { value: value.to_owned(), label: clean(name), is_default: false };
        let mut roles: Vec<_> = form.roles.iter().filter(|role| clean(role) == **role).map(|role| offered(role, &self.role(role))).collect();
        if !roles.is_empty() {
            let usual = Choice { value: "usual".to_owned(), label: self.say("adhoc-role-usual"), is_default: true };
            roles.sort_by(|one, other| (one.value == OPERATOR, &one.value).cmp(&(other.value == OPERATOR, &other.value)));
            let mut field = self.list("role", Type::ListSingle, "adhoc-role", roles);
            field.options.insert(0, usual);
            fields.push(field);
        }
        let mut groups: Vec<_> = form.groups.iter().filter(|(id, _)| clean(id) == *id).map(|(id, name)| offered(id, name)).collect();
        if !groups.is_empty() {
            groups.sort_by(|one, other| one.label.cmp(&other.label));
            fields.push(self.list("groups", Type::ListMulti, "adhoc-groups", groups));
        }
        fields.extend(self.rooms(&form.rooms, form.any_room));
        fields.push(Field::message(self));
        fields.push(hint(Field::note(self), "adhoc-note-hint"));
        let lead = self.tell("adhoc-account-lead", [("host", words(form.host))]);
        Form { title: self.say("adhoc-account-title"), instructions: Some(lead), fields }
    }

    /// The form for a contact invite with more than XEP-0401 has: for one person, with a message.
    #[must_use]
    pub fn contact_form(self, lifetimes: Lifetimes, rooms: &[(String, String)], any_room: bool) -> Form {
        let hint = |field: Field, id: &str| Field { hint: Some(self.say(id)), ..field };
        let mut fields = vec![
            hint(self.field("invitee", Type::JidSingle, "adhoc-invitee"), "adhoc-invitee-hint"),
            self.field("lifetime", Type::ListSingle, "adhoc-lifetime").with(lifetimes.choices(self)),
            Field { hint: Some(self.say("adhoc-contact-message-hint")), ..Field::message(self) },
        ];
        fields.extend(self.rooms(rooms, any_room));
        fields.push(hint(Field::note(self), "adhoc-note-hint"));
        Form { title: self.say("adhoc-contact-title"), instructions: Some(self.say("adhoc-contact-lead")), fields }
    }

    /// The fields for rooms: the JIDs and names of those that may be offered, and whether others may be named.
    fn rooms(self, rooms: &[(String, String)], any_room: bool) -> Vec<Field> {
        let mut offered: Vec<_> = rooms.iter().filter(|(jid, _)| clean(jid) == *jid).map(|(jid, name)| room(jid, name)).collect();
        offered.sort_by(|one, other| one.label.cmp(&other.label));
        let list = (!offered.is_empty()).then(|| self.list("rooms", Type::ListMulti, "adhoc-rooms", offered));
        let others = any_room
            .then(|| Field { hint: Some(self.say("adhoc-other-rooms-hint")), ..self.field("other-rooms", Type::TextSingle, "adhoc-other-rooms") });
        list.into_iter().chain(others).collect()
    }

    /// The form for the filter of a list of all invites.
    #[must_use]
    pub fn find_form(self) -> Form {
        let which = self.field("which", Type::ListSingle, "adhoc-invites").with(choices(self, WHICH, "adhoc-which-"));
        let fields = vec![which, self.field("user", Type::JidSingle, "adhoc-user")];
        Form { title: self.say("adhoc-all-title"), instructions: Some(self.say("adhoc-all-lead")), fields }
    }

    /// What a client may send in any step of managing invites. The last step has its own form for the rest.
    #[must_use]
    pub fn step_form(self) -> Form {
        let fields = vec![
            self.field("which", Type::TextSingle, "adhoc-invites").with(choices(self, WHICH, "adhoc-which-")),
            self.field("user", Type::JidSingle, "adhoc-user"),
            self.field("invite", Type::TextSingle, "adhoc-invite"),
            self.field("action", Type::TextSingle, "adhoc-verb").with(choices(self, VERBS, "adhoc-verb-")),
            Field::new("step", Type::Hidden, String::new()),
        ];
        Form { title: String::new(), instructions: None, fields }
    }

    /// The form for an invite and an action. `options` are values and labels; `which` and `user` are earlier choices.
    #[must_use]
    pub fn list_form(self, title: String, options: Vec<(String, String)>, which: &str, user: Option<&str>) -> Form {
        let choice = |(at, (value, label)): (usize, (String, String))| Choice { value, label: clean(&label), is_default: at == 0 };
        let mut fields = vec![
            self.field("invite", Type::ListSingle, "adhoc-invite").required().with(options.into_iter().enumerate().map(choice).collect()),
            self.field("action", Type::ListSingle, "adhoc-verb").required().with(choices(self, VERBS, "adhoc-verb-")),
            Field::hidden("which", which),
        ];
        fields.extend(user.map(|user| Field::hidden("user", user)));
        Form { title, instructions: Some(self.say("adhoc-choose-lead")), fields }
    }

    /// The form for the new lifetime of an invite.
    #[must_use]
    pub fn extend_form(self, id: &str, lifetimes: Lifetimes) -> Form {
        let lifetime = self.field("lifetime", Type::ListSingle, "adhoc-valid-for").required().with(lifetimes.choices(self));
        self.last_form("extend", id, self.say("adhoc-extend-lead"), lifetime)
    }

    /// The form for the note of an invite.
    #[must_use]
    pub fn label_form(self, id: &str, note: Option<&str>) -> Form {
        self.last_form("label", id, self.say("adhoc-label-lead"), Field { value: note.map(clean), ..Field::note(self) })
    }

    fn last_form(self, verb: &str, id: &str, lead: String, field: Field) -> Form {
        let fields = vec![Field::hidden("invite", id), Field::hidden("action", verb), Field::hidden("step", "last"), field];
        Form { title: self.tell("adhoc-invite-title", [("id", words(id))]), instructions: Some(lead), fields }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::english;
    use super::*;

    #[test]
    fn an_account_form_asks_for_what_can_be_given() {
        let messages = english();
        let lifetimes = Lifetimes { usual: 60, longest: 60, is_unlimited: false };
        let names = |form: AccountForm<'_>, lifetimes| {
            let form = Say::new(&messages, "en").account_form(&form, lifetimes);
            form.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(AccountForm::default(), lifetimes), "username lifetime message note");
        let all = AccountForm {
            befriends: true,
            many_uses: true,
            roles: vec!["b".into(), "a".into()],
            groups: vec![("g".into(), "G\n".into()), ("a\u{1}".into(), "A".into())],
            rooms: vec![("garden@r".into(), "Garden\n".into()), ("a\u{1}@r".into(), "A".into())],
            any_room: true,
            host: "h",
        };
        assert_eq!(names(all.clone(), lifetimes), "username roster-subscription lifetime uses role groups rooms other-rooms message note");
        assert_eq!(names(AccountForm::default(), Lifetimes { is_unlimited: true, ..lifetimes }), "username lifetime uses message note");
        let form = Say::new(&messages, "en").account_form(&all, lifetimes);
        let options = |at: usize| form.fields[at].options.iter().map(|option| option.value.as_str()).collect::<Vec<_>>();
        assert_eq!((options(4), form.fields[5].options[0].label.as_str()), (vec!["usual", "a", "b"], "G "));
        assert_eq!(options(5), ["g"], "an id that can't be sent is not offered");
        assert_eq!((options(6), form.fields[6].options[0].label.as_str()), (vec!["garden@r"], "Garden  (garden@r)"));
        let roles = ["prosody:operator", "prosody:admin", "x", "prosody:registered"].map(str::to_owned).to_vec();
        let form = Say::new(&messages, "en").account_form(&AccountForm { roles, ..all.clone() }, lifetimes);
        assert_eq!(
            form.fields[4].options.iter().map(|option| option.label.as_str()).collect::<Vec<_>>(),
            [
                "Default",
                "Administrator (prosody:admin)",
                "Registered user (prosody:registered)",
                "x",
                "Operator, can do anything on the whole server (prosody:operator)"
            ]
        );
        let short = form;
        let many = AccountForm {
            roles: (0..2000).map(|number| format!("role {number:04}")).collect(),
            groups: (0..2000).map(|number| (number.to_string(), "Group".to_owned())).collect(),
            ..all
        };
        let form = Say::new(&messages, "en").account_form(&many, lifetimes);
        assert_eq!((form.fields[4].options.len(), form.fields[5].options.len()), (MOST_OPTIONS + 1, MOST_OPTIONS));
        for (field, said) in [(&form.fields[4], true), (&form.fields[5], true), (&short.fields[4], false), (&short.fields[5], false)] {
            assert_eq!(field.hint.as_ref().is_some_and(|hint| hint.starts_with("Only the first 200 are listed.")), said, "{}", field.name);
        }
        let odd = AccountForm { groups: vec![("a\u{1}".into(), "A".into())], roles: vec!["\n".into()], ..AccountForm::default() };
        assert_eq!(names(odd, lifetimes), "username lifetime message note");
    }
}
