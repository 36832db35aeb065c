# Co mówią strony zaproszeń; zob. en.ftl.
language-name = Polski
languages = Języki
invited-by = Zaprasza { $inviter }

account-heading = Masz zaproszenie do serwisu { $site }
account-heading-inviter = { $inviter } zaprasza cię do serwisu { $site }
account-lead = Z tym zaproszeniem dostaniesz tam własne konto do rozmów na czacie. To zajmie trzy minuty.
contact-heading = { $inviter } chce z tobą rozmawiać na czacie
contact-lead = { $inviter } ma adres { $address }. Możesz rozmawiać przez każdą aplikację i u każdego dostawcy, jeśli obsługują XMPP.
contact-account-lead = Z tym zaproszeniem dodacie się nawzajem do kontaktów. Jeśli nie masz jeszcze konta, dostaniesz je w serwisie { $site }.
reset-heading = Wybierz nowe hasło
reset-lead = Ten link pozwala ustawić nowe hasło dla adresu { $address }. Jeśli to nie była twoja prośba, zamknij tę stronę: nic się nie zmieniło.
bound = Twoim adresem będzie { $address }.

have-account-heading = Mam konto
have-app-heading = Masz już aplikację?
open-account = Otwórz zaproszenie w mojej aplikacji
open-account-lead = Jeśli na tym urządzeniu jest aplikacja do czatu przez XMPP, może teraz otworzyć zaproszenie.
open-contact = Dodaj kontakt { $inviter }
open-contact-lead = Naciśnij tutaj, a twoja aplikacja doda osobę { $inviter } do twoich kontaktów.
open-contact-account-lead = Naciśnij tutaj, a twoja aplikacja doda osobę { $inviter } do twoich kontaktów.
open-reset = Otwórz link w mojej aplikacji
open-reset-lead = Niektóre aplikacje same potrafią ustawić nowe hasło.

apps-heading = Wybierz aplikację
apps-heading-contact = Potrzebuję konta
apps-heading-contact-account = Potrzebuję konta
apps-heading-reset = W aplikacji
apps-lead = Do rozmów na czacie potrzebna jest aplikacja. Naciśnij jedną z nich, aby zobaczyć kolejne kroki.
apps-lead-contact = Wybierz aplikację. Pomoże ci założyć konto u dostawcy, który ci odpowiada. Potem wróć tutaj.
other-apps = Inne aplikacje
no-apps = Pobierz aplikację do czatu przez XMPP ze sklepu na swoim urządzeniu, a potem wróć na tę stronę.
browser-lead = Albo bez aplikacji, od razu tutaj:
browser-account = Załóż moje konto w tej przeglądarce
browser-reset = Wybierz nowe hasło

phone-heading = Wolisz na telefonie?
phone-lead = Skieruj jego aparat na ten kwadrat. Ta strona otworzy się właśnie tam.
code = Link do tej strony jako kod QR
link-label = Link do tej strony
copy = Kopiuj
copied = Skopiowano

expires-days = { $count ->
    [one] Ten link będzie działać jeszcze jeden dzień.
    [few] Ten link będzie działać jeszcze { $count } dni.
    [many] Ten link będzie działać jeszcze { $count } dni.
   *[other] Ten link będzie działać jeszcze { $count } dnia.
}
expires-soon = Ten link będzie działać jeszcze niecałą minutę.
expires-hours = { $count ->
    [one] Ten link będzie działać jeszcze jedną godzinę.
    [few] Ten link będzie działać jeszcze { $count } godziny.
    [many] Ten link będzie działać jeszcze { $count } godzin.
   *[other] Ten link będzie działać jeszcze { $count } godziny.
}
expires-minutes = { $count ->
    [one] Ten link będzie działać jeszcze jedną minutę.
    [few] Ten link będzie działać jeszcze { $count } minuty.
    [many] Ten link będzie działać jeszcze { $count } minut.
   *[other] Ten link będzie działać jeszcze { $count } minuty.
}

setup-heading = { $app } krok po kroku
download = Pobierz aplikację
step-install = Zainstaluj aplikację { $app }
step-visit = Otwórz aplikację { $app }
step-come-back = Potem wróć na tę stronę. Jeśli ją zgubisz, otwórz link z wiadomości i jeszcze raz wybierz { $app }.
step-press = Wróć i naciśnij ten przycisk
step-then = Potem
step-register = Wybierz nazwę i hasło. Zachowaj jedno i drugie: za chwilę będą potrzebne.
step-open-account = Aplikacja { $app } otworzy się i pokaże twoje zaproszenie. Wybierz tam nazwę i hasło.
step-open-contact = Aplikacja { $app } otworzy się i zapyta, czy dodać kontakt { $inviter }. Jeśli nie masz jeszcze konta, najpierw je załóż.
step-open-contact-account = Aplikacja { $app } otworzy się i pokaże twoje zaproszenie. Sama doda kontakt { $inviter }.
step-open-reset = Aplikacja { $app } otworzy się. Wybierz tam nowe hasło.
step-add-contact = Jeśli nie masz jeszcze konta, najpierw je załóż. Dodaj adres { $address } do swoich kontaktów w aplikacji { $app }.
step-log-in = Zaloguj się w aplikacji { $app } wybranym adresem i hasłem.
step-other-app = Aplikacja { $app } nie potrafi otwierać zaproszeń. Najpierw załóż konto w innej aplikacji, a potem zaloguj się w aplikacji { $app } z jego adresem i hasłem.
trouble = Nic się nie dzieje? Skopiuj ten link i wklej go w aplikacji { $app }.
back = Wybierz inną aplikację

register-heading = Twoje konto w serwisie { $site }
register-lead = Wybierz nazwę i hasło. To wszystko.
register-lead-bound = Wybierz hasło. To wszystko.
register-lead-contact = Wybierz nazwę i hasło. Potem ty i { $inviter } będziecie mieć się nawzajem w kontaktach.
register-submit = Załóż moje konto
reset-form-lead = Wybierz nowe hasło. Wszystkie twoje aplikacje o nie zapytają.
reset-submit = Ustaw hasło
field-username = Nazwa
field-username-hint = Część twojego adresu. Małe litery, cyfry, kropki i łączniki działają wszędzie.
field-address = Twój adres
field-password = Hasło
field-new-password = Nowe hasło
field-password-hint = Nikt nie może ci go wysłać ponownie: zapisz je albo pozwól przeglądarce je zapamiętać.
field-password-length = { $count ->
    [one] Co najmniej jeden znak.
    [few] Co najmniej { $count } znaki.
    [many] Co najmniej { $count } znaków.
   *[other] Co najmniej { $count } znaku.
}
username-free = Ta nazwa użytkownika jest wolna.
username-suggestions = Może jedna z tych?
password-weak = Łatwe do odgadnięcia. Kilka przypadkowych słów byłoby bezpieczniejsze.
password-fair = Może być silniejsze. Dodaj jeszcze jedno słowo.
password-good = Silne hasło.
password-suggest = Zaproponuj hasło
error-password-weak = To hasło łatwo odgadnąć. Wybierz inne albo wpisz je jeszcze raz, żeby je zachować.
progress-account = Konto
progress-app = Aplikacja
progress-chat = Czat
extra-nick = Pseudonim
extra-name = Imię i nazwisko
extra-first = Imię
extra-last = Nazwisko
extra-email = Adres e-mail
extra-address = Ulica
extra-city = Miejscowość
extra-state = Województwo lub region
extra-zip = Kod pocztowy
extra-phone = Numer telefonu
extra-url = Strona internetowa
extra-date = Data urodzenia
extra-optional = Możesz zostawić to puste.
extra-required = To pole trzeba wypełnić.
show = Pokaż
hide = Ukryj
error-username-empty = Wybierz nazwę.
error-username-invalid = W tej nazwie jest znak, który w adresie nie działa, na przykład spacja albo @.
error-username-long = Ta nazwa jest za długa. Wybierz krótszą.
error-username-taken = Ktoś inny ma już tę nazwę. Spróbuj innej.
error-password-empty = Wybierz hasło.
error-password-short = { $count ->
    [one] To za krótkie hasło. Potrzebny jest co najmniej jeden znak.
    [few] To za krótkie hasło. Potrzebne są co najmniej { $count } znaki.
    [many] To za krótkie hasło. Potrzeba co najmniej { $count } znaków.
   *[other] To za krótkie hasło. Potrzeba co najmniej { $count } znaku.
}
error-password-username = Hasło nie może zawierać twojej nazwy.
error-password-long = To hasło jest za długie. Wystarczy kilka słów.
error-password-control = Jest w nim niewidoczny znak, na przykład tabulator lub koniec wiersza. Wpisz hasło samodzielnie albo skopiuj je bez tego znaku.
error-password-characters = Jest w nim znak, którego komunikatory nie mogą wysłać. Użyj liter, cyfr, spacji i znaków takich jak ! lub -.
error-extra-missing = Wypełnij także to.
error-extra-long = To jest za długie.
error-extra-invalid = To tutaj nie pasuje. Sprawdź i spróbuj jeszcze raz.
error-extra-email = To nie jest adres e-mail taki jak name@example.com.
error-in-use = Ktoś właśnie używa tego zaproszenia. Naciśnij jeszcze raz za minutę.
error-form-too-old = Ta strona była otwarta zbyt długo albo twoja przeglądarka nie przechowuje plików cookie. Wpisz hasło i naciśnij jeszcze raz.
error-no-cookies = Twoja przeglądarka nie przechowuje plików cookie tej strony, a bez nich formularz nie działa. Zezwól na pliki cookie dla { $host } albo otwórz link w innej przeglądarce.
success-heading = Witamy w serwisie { $site }
success-lead = Twoje konto jest gotowe.
success-keep = Logujesz się tym adresem i swoim hasłem, na wszystkich swoich urządzeniach.
success-contact = { $inviter } jest już w twoich kontaktach.
success-save = Zapisz swoje hasło teraz, w przeglądarce albo na kartce. Nie możemy go wysłać.
success-webchat = Zacznij od razu tutaj
success-webchat-lead = Rozmawiaj w tej przeglądarce, bez instalowania czegokolwiek.
success-webchat-open = Otwórz czat w przeglądarce
success-apps = Teraz pobierz aplikację
success-apps-lead = Zainstaluj jedną z tych aplikacji i zaloguj się swoim adresem i hasłem.
success-log-in = Zaloguj się
success-open-app = Otwórz aplikację { $app }
reset-success-heading = Twoje nowe hasło jest ustawione
reset-success-lead = Zaloguj się nim w swojej aplikacji. Twoje kontakty i wiadomości są takie jak przedtem.

used-heading = To zaproszenie zostało już wykorzystane
used-lead = Czy przez ciebie? W takim razie masz konto: otwórz swoją aplikację i zaloguj się. Jeśli nie, poproś o nowy link osobę, która ci go przysłała.
used-reset-heading = Ten link został już wykorzystany
used-reset-lead = Czy przez ciebie? W takim razie zaloguj się nowym hasłem. Jeśli nie, poproś o nowy link i powiadom osoby, które prowadzą serwis { $site }.
used-contact-heading = To zaproszenie zostało już wykorzystane
used-contact-lead = Czy przez ciebie? W takim razie macie się w kontaktach: otwórz swoją aplikację. Jeśli nie, poproś o nowy link osobę, która ci go przysłała.
expired-heading = Ten link jest za stary
expired-lead = Poproś o nowy osobę, która ci go przysłała.
revoked-heading = To zaproszenie zostało wycofane
revoked-lead = Poproś o nowe osobę, która ci je przysłała.
unknown-heading = Nie znamy tego zaproszenia
unknown-lead = Może zgubiła się część linku. Otwórz go jeszcze raz ze swojej wiadomości albo skopiuj go w całości. Bardzo stare zaproszenia są zapominane.
incomplete-heading = Ten link jest niepełny
incomplete-lead = Otwórz go jeszcze raz ze swojej wiadomości albo skopiuj go w całości.
start-heading = Zaproś innych do serwisu { $site }
start-lead = Zaloguj się swoim adresem i hasłem i utwórz tutaj zaproszenie.
start-log-in = Zaloguj się
start-log-out = Wyloguj się
start-hello = Zalogowano jako { $address }.
start-make-heading = Nowe zaproszenie
start-for = Dla kogo jest?
start-for-newcomer = Dla kogoś, kto potrzebuje konta w serwisie { $site }
start-for-newcomer-hint = Gdy ta osoba założy konto, będziecie mieć się nawzajem w kontaktach.
start-for-contact = Dla kogoś, kto ma już gdzieś konto
start-note = Notatka dla ciebie
start-note-hint = Na przykład imię. Widzisz ją tylko ty i osoby, które prowadzą serwer.
start-make = Utwórz zaproszenie
start-made-heading = Twoje zaproszenie jest gotowe
start-made-lead = Wyślij ten link tylko tej osobie, dla której jest przeznaczony. Działa jeden raz.
start-made-contact-only = Zaproszeń na nowe konta jest już tyle, ile możesz teraz utworzyć. To zaproszenie jest dla kogoś, kto ma już konto.
start-made-code = Link jako kod QR
start-link = Link do wysłania
start-list-heading = Twoje zaproszenia, które nie zostały jeszcze wykorzystane
start-list-none = Nie ma żadnych.
start-list-more = Widać tylko najnowsze.
start-list-account = Na konto
start-list-contact = Dla kontaktu
start-list-contact-account = Na konto i dla kontaktu
start-list-reset = Na nowe hasło
start-valid-until = Ważne do { $date }
start-valid-always = Ważne bezterminowo
start-revoke = Wycofaj
start-revoke-this = Wycofaj zaproszenie { $note }
start-revoked = Zaproszenie zostało wycofane.
start-sheet-heading = Karty do wydrukowania
start-sheet-lead = Na imprezę lub spotkanie: każda karta ma własne zaproszenie, dla jednej osoby.
start-sheet-count = Ile kart
start-sheet-make = Utwórz karty
start-back = Wróć
start-print = Wydrukuj tę stronę, a potem porozcinaj karty. Kto ma kartę, może jej użyć, więc przechowuj je bezpiecznie.
error-login = Ten adres albo to hasło się nie zgadza.
error-login-throttled = Było zbyt wiele prób. Spróbuj ponownie za kilka minut.
error-logged-out = Nastąpiło wylogowanie, bo przez jakiś czas nic się nie działo. Zaloguj się jeszcze raz.
error-count = Wybierz liczbę od 1 do { $count }.
error-note = Notatka jest za długa albo zawiera znaki, których nie można wyświetlić. Najwyżej { $count } liter.
error-failed = To się nie udało. Spróbuj ponownie za kilka minut.
error-not-revocable = Tego zaproszenia nie można już wycofać.
error-not-allowed = Nie możesz tu tworzyć takich zaproszeń.
error-quota-pending = Zbyt wiele twoich zaproszeń nie zostało jeszcze wykorzystanych. Wycofaj kilka albo poczekaj, aż zostaną wykorzystane.
error-quota-daily = Dzisiejszych zaproszeń jest już tyle, ile możesz utworzyć. Spróbuj ponownie jutro.

card-heading = Masz zaproszenie do serwisu { $site }
card-lead = Skieruj aparat swojego telefonu na kwadrat albo wpisz to w przeglądarce:
card-expires = Ważne do { $date }, dla jednej osoby.
card-always = Dla jednej osoby.

contact-only-heading = To zaproszenie nie zakłada konta
contact-only-lead = Jest dla osób, które już je mają. Otwórz je jeszcze raz ze swojej wiadomości, aby zobaczyć, do czego służy.
not-encrypted-heading = Ta strona nie jest tu bezpieczna
not-encrypted-lead = Hasło nie może podróżować bez szyfrowania. Otwórz link z https na początku albo zapytaj osoby, które prowadzą serwis { $site }.
bad-request-heading = Twoja przeglądarka wysłała coś dziwnego
bad-request-lead = Nic się nie stało. Wróć i spróbuj jeszcze raz.
app-unknown-heading = Nie znamy tej aplikacji
app-unknown-lead = Otwórz swoje zaproszenie jeszcze raz i wybierz inną.
throttled-heading = Poczekaj chwilę
throttled-lead = Z twojej sieci otwarto zbyt wiele linków, które nie działają. Spróbuj ponownie za kilka minut.
elsewhere-heading = Tego nie da się tu zrobić
elsewhere-lead = Kontami na { $host } zarządza się gdzie indziej, więc żadne zaproszenie nie założy tu konta ani nie ustawi hasła. Zapytaj osoby, które prowadzą ten serwer.
failed-heading = To w tej chwili nie działa
failed-lead = To nasza wina, a twoje zaproszenie nie przepadło. Spróbuj ponownie za kilka minut.

footer-terms = Regulamin
footer-privacy = Prywatność
footer-imprint = O nas
footer-contact = Kontakt

app-conversations = Czat i połączenia na Androida. Łatwo zacząć, oszczędza baterię.
app-cheogram = Na Androida: krewna aplikacji Conversations, która łączy się też z siecią telefoniczną.
app-yaxim = Mała aplikacja na Androida, która działa też na starych telefonach.
app-monal = Czat i połączenia na iPhone’a, iPada i Maca.
app-siskin-im = Lekka aplikacja na iPhone’a i iPada.
app-beagle-im = Lekka aplikacja na Maca, od twórców aplikacji Siskin.
app-dino = Przejrzysta i prosta, na komputery z Linuksem.
app-gajim = Na komputer, ze wszystkim, co kiedykolwiek można by chcieć ustawić.
app-kaidan = Na Linuksa, na komputery i telefony, tworzona w ramach KDE.
app-psi = Na komputer i dla osób z doświadczeniem; Psi+ to ta sama aplikacja z nowościami.
app-converse-js = Czat w przeglądarce, bez instalowania czegokolwiek.
app-movim = Czat i wiadomości ze świata w przeglądarce. Witryna, którą tam wybierzesz, loguje się za ciebie, więc wybierz taką, której ufasz.
app-renga = Na komputery z systemem Haiku.

refusal-no-token = Nie podano kodu zaproszenia
refusal-token-missing = Brakuje kodu zaproszenia
refusal-token-invalid = Ten kod zaproszenia jest nieprawidłowy lub wygasł
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Rejestracja na tym serwerze jest możliwa tylko z zaproszeniem
refusal-password-unusable = Tego hasła nie można użyć
refusal-invite-in-use = Ktoś właśnie używa tego zaproszenia, spróbuj ponownie później
refusal-username-invalid = To nie jest prawidłowa nazwa użytkownika
refusal-username-too-long = Ta nazwa użytkownika jest za długa
refusal-username-mismatch = To zaproszenie jest dla innej nazwy użytkownika
refusal-username-reserved = Ta nazwa użytkownika jest zarezerwowana
refusal-managed-elsewhere = Kontami tego serwera zarządza się gdzie indziej
refusal-account-exists = Ta nazwa użytkownika już istnieje
refusal-account-not-found = Nie ma takiego konta
refusal-data-invalid = Danych zaproszenia nie można przechować
refusal-form-invalid = Nie można odczytać tego formularza
refusal-text-too-long = Ten tekst jest za długi
refusal-text-unclean = W tym tekście są znaki, których nie można wyświetlić
refusal-ttl-invalid = Zaproszenie nie może być ważne tak długo
refusal-uses-invalid = Zaproszenia nie można użyć tyle razy
refusal-ttl-too-long = Twoje zaproszenia nie mogą być ważne tak długo
refusal-uses-too-many = Twoich zaproszeń nie można użyć tyle razy
refusal-quota-pending = Zbyt wiele twoich zaproszeń nie zostało jeszcze wykorzystanych
refusal-quota-daily = Zbyt wiele twoich zaproszeń powstało dzisiaj
refusal-not-allowed = Nie możesz utworzyć takiego zaproszenia
refusal-reference-ambiguous = To pasuje do więcej niż jednego zaproszenia
refusal-throttled = Zbyt wiele zaproszeń, które nie działają, spróbuj ponownie później
refusal-ask = Nie udało się wyszukać konta
refusal-internal-server-error = Zaproszenia teraz nie działają, spróbuj ponownie później

adhoc-refusal-token-invalid = Nie ma takiego zaproszenia
adhoc-refusal-token-expired = Zaproszenie wygasło
adhoc-refusal-token-used = Zaproszenie zostało już wykorzystane
adhoc-refusal-token-revoked = Zaproszenie zostało wycofane
adhoc-refusal-invite-damaged = Wiersz tego zaproszenia w bazie danych jest uszkodzony
adhoc-forbidden = Nie możesz używać tego polecenia
adhoc-unavailable = Ten element nie jest dla ciebie dostępny
adhoc-no-action = To polecenie nie ma takiej czynności
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = to pole trzeba wypełnić
adhoc-value-address = to nie jest adres
adhoc-value-boolean = to nie jest ani „tak”, ani „nie”
adhoc-value-choice = tego nie ma wśród możliwości do wyboru
adhoc-value-long = to jest za długie
adhoc-value-unclean = są tu znaki, których nie można wyświetlić
adhoc-whole-address = Podaj cały adres, na przykład { $address }

adhoc-created = Twoje zaproszenie zostało utworzone
adhoc-contact-only = Zaproszeń na nowe konta jest już tyle, ile możesz teraz utworzyć. To zaproszenie jest dla kogoś, kto ma już gdzieś konto.
adhoc-link = Link z zaproszeniem
adhoc-page = Strona internetowa do udostępnienia
adhoc-valid-until = Ważne do

adhoc-account-title = Utwórz zaproszenie na nowe konto
adhoc-account-lead = Tworzy link, dzięki któremu ktoś może założyć konto na { $host }.
adhoc-no-registration = Nikt nie może się zarejestrować na { $host }, więc zaproszenie nie miałoby sensu. Osoby, które prowadzą serwer, mogą to zmienić
adhoc-username = Nazwa użytkownika
adhoc-username-hint = Zostaw puste, aby ta osoba sama wybrała
adhoc-befriend = Nowe konto i ja dodamy się nawzajem do kontaktów
adhoc-lifetime = Jak długo zaproszenie jest ważne
adhoc-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
adhoc-hours = { $count ->
    [one] { $count } godzina
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
adhoc-minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
adhoc-seconds = { $count ->
    [one] { $count } sekunda
    [few] { $count } sekundy
    [many] { $count } sekund
   *[other] { $count } sekundy
}
adhoc-without-end = bezterminowo
adhoc-most-uses = Ile kont można z nim założyć
adhoc-role = Rola nowego konta
adhoc-role-usual = Taka jak każdego nowego konta
adhoc-groups = Grupy nowego konta
adhoc-note = Notatka
adhoc-note-hint = Dla kogo jest: widać to na liście twoich zaproszeń

adhoc-reset-title = Utwórz zaproszenie do zmiany hasła
adhoc-reset-lead = Tworzy link, dzięki któremu właściciel tego konta może ustawić nowe hasło.
adhoc-reset-address = Adres konta
adhoc-account-here = To musi być konto na { $host }
adhoc-higher-role = To konto ma wyższą rolę niż ty

adhoc-own-title = Moje zaproszenia
adhoc-all-title = Zarządzaj wszystkimi zaproszeniami
adhoc-all-lead = Które zaproszenia chcesz zobaczyć?
adhoc-list-title = Wszystkie zaproszenia
adhoc-invites = Zaproszenia
adhoc-which-usable = których można użyć
adhoc-which-pending = których można użyć, aby założyć konto lub ustawić hasło
adhoc-which-used = które zostały wykorzystane
adhoc-which-all = wszystkie, także wycofane i wygasłe
adhoc-user = Tylko te, które utworzył ten użytkownik
adhoc-choose-lead = Wybierz zaproszenie i co z nim zrobić.
adhoc-invite = Zaproszenie
adhoc-verb = Co zrobić
adhoc-verb-show = Pokaż je z linkiem
adhoc-verb-extend = Zmień, jak długo jest ważne: dłużej lub krócej
adhoc-verb-label = Napisz na nim notatkę
adhoc-verb-revoke = Wycofaj je: jego link przestanie działać
adhoc-more-invites = … (więcej zaproszeń)
adhoc-all-of-them = … (wszystkie, także wykorzystane i zakończone)
adhoc-no-such-invites = Nie ma takich zaproszeń
adhoc-no-more-invites = Nie ma więcej zaproszeń

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = konto
adhoc-purpose-account-named = konto { $address }
adhoc-purpose-contact = kontakt
adhoc-purpose-contact-account = konto i kontakt
adhoc-purpose-reset = nowe hasło dla { $address }
adhoc-state-usable = można go użyć
adhoc-state-until = do { $date }
adhoc-state-claimed = teraz w użyciu
adhoc-state-redeemed = wykorzystane
adhoc-state-revoked = wycofane
adhoc-state-expired = wygasłe
adhoc-used = { $count ->
    [one] użyto jeden raz
    [few] użyto { $count } razy
    [many] użyto { $count } razy
   *[other] użyto { $count } razu
}
adhoc-used-of = użycia: { $count } z { $most }
adhoc-made-by = od { $creator }

adhoc-invite-title = Zaproszenie { $id }
adhoc-purpose = Do czego służy
adhoc-state = Stan
adhoc-uses = Użycia
adhoc-maker = Kto utworzył
adhoc-created-at = Kiedy utworzono
adhoc-id = Krótka nazwa na listach i w dziennikach
adhoc-link-left-out = Link jest pominięty, bo zaproszenie daje więcej, niż ty możesz dać
adhoc-valid-for = Ważne przez
adhoc-extend-lead = Licząc od teraz.
adhoc-extend-gives-more = Nie możesz przedłużyć zaproszenia, które daje więcej, niż ty możesz dać
adhoc-extend-admins = Tylko administratorzy mogą sprawić, że to zaproszenie będzie ważne dłużej
adhoc-extended = Zaproszenie jest teraz ważne do innego terminu
adhoc-label-lead = Widzi ją osoba, która utworzyła zaproszenie, i administratorzy. Zostaw puste, aby ją usunąć.
adhoc-labelled = Notatka jest zapisana
adhoc-label-removed = Notatka jest usunięta
adhoc-revoked = Zaproszenie jest wycofane
