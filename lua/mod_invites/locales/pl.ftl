# Co mówią strony zaproszeń; zob. en.ftl.
language-name = Polski
languages = Języki
invited-by = Zaprasza { $inviter }

account-heading = Masz zaproszenie do serwisu { $site }
account-heading-inviter = { $inviter } zaprasza cię do serwisu { $site }
account-lead = Załóż konto i zacznij rozmawiać. To zajmie około trzech minut.
contact-heading = { $inviter } chce z tobą rozmawiać
contact-lead = Dodaj kontakt { $inviter } w swojej aplikacji. Może to być dowolna aplikacja i dowolny dostawca, byle obsługiwali XMPP – otwartą sieć czatu. Adres: { $address }.
contact-account-lead = Przyjmij zaproszenie, aby rozmawiać. Nie masz jeszcze konta? Możesz je założyć w serwisie { $site }.
reset-heading = Wybierz nowe hasło
reset-lead = Ten link pozwala ustawić nowe hasło dla adresu { $address }. Jeśli to nie była twoja prośba, zamknij tę stronę: nic się nie zmieniło.
bound = Twój adres będzie brzmiał: { $address }.
rooms-lead = Pokoje, do których trafisz: { $rooms }

open-account = Otwórz zaproszenie w aplikacji
open-account-lead = Niektóre aplikacje XMPP potrafią od razu otworzyć zaproszenie.
open-contact = Dodaj kontakt { $inviter }
open-contact-lead = Wiele aplikacji XMPP potrafi od razu dodać kontakt { $inviter }.
open-contact-account-lead = { open-contact-lead }
open-reset = Otwórz w aplikacji
open-reset-lead = W niektórych aplikacjach można od razu ustawić nowe hasło.

apps-heading = Pobierz aplikację
apps-heading-contact = Potrzebuję konta
apps-heading-contact-account = Nie mam jeszcze konta
apps-heading-reset = W aplikacji
apps-lead = Wybierz aplikację, a my poprowadzimy cię dalej.
apps-lead-contact = Wybierz aplikację. Pomoże ci założyć konto u wybranego dostawcy. Potem wróć na tę stronę.
other-apps = Więcej aplikacji
no-apps = Znajdź aplikację do czatu XMPP w sklepie na swoim urządzeniu, a potem wróć na tę stronę.
browser-lead = Albo najpierw załóż konto, a aplikację wybierz później:
browser-account = Załóż konto
browser-reset = Wybierz nowe hasło

phone-heading = Wolisz na telefonie?
phone-lead = Zeskanuj ten kod aparatem telefonu, a strona otworzy się na nim.
code = Kod QR tej strony
link-label = Link do tej strony
copy = Kopiuj
copied = Skopiowano
share = Udostępnij
print = Drukuj
moment = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
} { $year }, { $time } UTC

expires-soon = Wygasa za niecałą minutę.
expires-hours = { $count ->
    [one] Wygasa za jedną godzinę.
    [few] Wygasa za { $count } godziny.
    [many] Wygasa za { $count } godzin.
   *[other] Wygasa za { $count } godziny.
}
expires-minutes = { $count ->
    [one] Wygasa za jedną minutę.
    [few] Wygasa za { $count } minuty.
    [many] Wygasa za { $count } minut.
   *[other] Wygasa za { $count } minuty.
}
expires-at = Wygasa { $date }
get-app = Pobierz { $app }
have-app = Mam już aplikację
open-invitation = Otwórz zaproszenie
nothing-happened = Nic się nie dzieje? Skopiuj ten link i wklej go w swojej aplikacji do czatu.
contact-address = Adres kontaktu { $inviter }
contact-open = Otwórz w aplikacji tylko adres
other-ways = Inne sposoby dołączenia
other-ways-contact = Nie mam jeszcze aplikacji
other-ways-reset = Otwórz tę stronę na innym urządzeniu
in-app-browser = To przeglądarka wbudowana w inną aplikację i może nie otwierać zaproszeń. Otwórz tę stronę we własnej przeglądarce: poszukaj w menu polecenia „Otwórz w przeglądarce”.

setup-heading = { $app } krok po kroku
setup-title = Dołącz do serwisu { $site } z aplikacją { $app }
progress-install = Instalacja
progress-open = Zaproszenie
download = Pobierz
download-store = Pobierz z
download-site = Pobierz z
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Ta aplikacja jest płatna w Google Play, a bezpłatna w { -f-droid }.
step-install = Zainstaluj aplikację { $app }
step-visit = Otwórz aplikację { $app }
step-come-back = Potem wróć na tę stronę. Jeśli się zamknie, otwórz link z wiadomości i ponownie wybierz { $app }.
step-brings = Zainstaluj aplikację { $app } i otwórz ją. Zaproszenie pojawi się tam samo.
step-other-store = Jeśli zainstalujesz ją z innego źródła, wróć potem na tę stronę.
step-press = Wróć i otwórz zaproszenie
step-then = Ostatni krok
step-open-account = Aplikacja { $app } otworzy się z twoim zaproszeniem. Załóż w niej konto.
step-open-contact = Aplikacja { $app } otworzy się i zapyta, czy dodać kontakt { $inviter }. Jeśli nie masz jeszcze konta, najpierw je załóż.
step-open-contact-account = Aplikacja { $app } otworzy się z twoim zaproszeniem i doda kontakt { $inviter }.
step-open-reset = Aplikacja { $app } otworzy się. Wybierz w niej nowe hasło.
step-add-contact = Jeśli nie masz jeszcze konta, załóż je w aplikacji { $app }. Potem dodaj adres { $address } do kontaktów.
step-log-in = Zaloguj się w aplikacji { $app }, podając swój adres i hasło.
step-other-app = Aplikacja { $app } nie potrafi otworzyć tego linku. Najpierw otwórz go w innej aplikacji, a potem zaloguj się w aplikacji { $app } tym samym adresem i hasłem.
trouble = Nic się nie dzieje? Skopiuj ten link i wklej go w aplikacji { $app }.
back = Wybierz inną aplikację

register-heading = Załóż konto w serwisie { $site }
register-lead = Wybierz nazwę użytkownika i hasło.
register-lead-bound = Wybierz hasło.
register-lead-contact = Wybierz nazwę użytkownika i hasło, a potem możecie już rozmawiać: ty i { $inviter }.
register-submit = Załóż konto
reset-form-lead = Potem wszystkie twoje aplikacje poproszą o nowe hasło.
reset-submit = Zapisz nowe hasło
field-username = Nazwa użytkownika
field-username-hint = Na przykład anna albo anna.nowak. Małe litery bez polskich znaków, cyfry, kropki i łączniki.
field-address = Twój adres
field-password = Hasło
field-new-password = Nowe hasło
field-password-hint = Zapisz je w przeglądarce albo zanotuj. Nie możemy ci go wysłać.
field-password-length = { $count ->
    [one] Co najmniej jeden znak.
    [few] Co najmniej { $count } znaki.
    [many] Co najmniej { $count } znaków.
   *[other] Co najmniej { $count } znaku.
}
username-free = Ta nazwa użytkownika jest wolna.
username-suggestions = Może jedna z tych?
password-weak = Łatwe do odgadnięcia. Bezpieczniej byłoby użyć kilku losowych słów.
password-fair = Mogłoby być silniejsze. Dodaj jeszcze jedno słowo.
password-good = Silne hasło.
password-suggest = Zaproponuj hasło
error-password-weak = To hasło łatwo odgadnąć. Wybierz inne albo wpisz to samo jeszcze raz, aby je zachować.
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
extra-optional = Opcjonalne
extra-required = Wymagane
show = Pokaż
hide = Ukryj
error-username-empty = Wpisz nazwę użytkownika.
error-username-invalid = Nazwa użytkownika nie może zawierać spacji ani znaków takich jak @ czy /.
error-username-long = Ta nazwa użytkownika jest za długa. Wybierz krótszą.
error-username-taken = Ta nazwa użytkownika jest już zajęta. Spróbuj innej.
error-password-empty = Wpisz hasło.
error-password-short = { $count ->
    [one] Hasło jest za krótkie. Musi mieć co najmniej jeden znak.
    [few] Hasło jest za krótkie. Musi mieć co najmniej { $count } znaki.
    [many] Hasło jest za krótkie. Musi mieć co najmniej { $count } znaków.
   *[other] Hasło jest za krótkie. Musi mieć co najmniej { $count } znaku.
}
error-password-username = Hasło nie może zawierać twojej nazwy użytkownika.
error-password-long = To hasło jest za długie. Wystarczy kilka słów.
error-password-control = Hasło zawiera niewidoczny znak, na przykład tabulator lub koniec wiersza. Wpisz je ręcznie albo skopiuj bez tego znaku.
error-password-characters = Hasło zawiera znak, którego aplikacje do czatu nie potrafią wysłać. Użyj liter, cyfr, spacji i znaków takich jak ! czy -.
error-extra-missing = Wypełnij to pole.
error-extra-long = Ten tekst jest za długi.
error-extra-invalid = Ta wartość jest nieprawidłowa. Sprawdź ją i spróbuj ponownie.
error-extra-email = Wpisz adres e-mail, na przykład imie@example.com.
error-in-use = Ktoś właśnie korzysta z tego zaproszenia. Spróbuj ponownie za minutę.
error-form-too-old = Ta strona była otwarta zbyt długo albo twoja przeglądarka blokuje pliki cookie. Wpisz hasło i spróbuj ponownie.
error-no-cookies = Twoja przeglądarka nie zapisuje plików cookie tej strony, a formularz ich potrzebuje. Zezwól na pliki cookie dla { $host } albo otwórz link w innej przeglądarce.
success-heading = Witamy w serwisie { $site }!
success-lead = Twoje konto jest gotowe.
success-keep = Tym adresem i swoim hasłem zalogujesz się na wszystkich urządzeniach.
success-contact = { $inviter } jest już w twoich kontaktach.
success-save = Zapisz teraz hasło: w przeglądarce albo na kartce. Nie możemy ci go wysłać.
success-webchat = Zacznij rozmawiać od razu
success-webchat-lead = Rozmawiaj tutaj, w przeglądarce. Niczego nie trzeba instalować.
success-webchat-open = Otwórz czat
success-apps = Teraz pobierz aplikację
success-apps-lead = Zainstaluj tę aplikację, a potem zaloguj się swoim adresem i hasłem.
success-apps-lead-more = Zainstaluj tę aplikację albo inną z listy poniżej, a potem zaloguj się swoim adresem i hasłem.
success-log-in = Zaloguj się
success-open-app = Otwórz { $app }
reset-success-heading = Hasło zostało zmienione
reset-success-lead = Zaloguj się w swoich aplikacjach nowym hasłem. Poza tym nic się nie zmieniło.

used-heading = To zaproszenie zostało już wykorzystane
used-lead = Jeśli to ty, masz już konto: otwórz aplikację i zaloguj się. Jeśli nie, poproś osobę, która cię zaprosiła, o nowy link.
used-reset-heading = Ten link został już wykorzystany
used-reset-lead = Jeśli to ty, zaloguj się nowym hasłem. Jeśli nie, od razu powiadom administratora serwisu { $site }.
later-heading = Tego zaproszenia nie można teraz użyć
later-lead = Możesz użyć go później: nic nie przepadło. Spróbuj jutro albo zapytaj osobę, od której jest zaproszenie.
used-contact-heading = To zaproszenie zostało już wykorzystane
used-contact-lead = Jeśli to ty, możesz już rozmawiać: otwórz aplikację. Jeśli nie, poproś osobę, która cię zaprosiła, o nowy link.
expired-heading = Ten link wygasł
expired-lead = Poproś o nowy osobę, która ci go przysłała.
revoked-heading = To zaproszenie jest już nieważne
revoked-lead = Zostało wycofane. Poproś o nowe osobę, która ci je przysłała.
unknown-heading = Nie znaleziono zaproszenia
unknown-lead = Być może brakuje części linku. Otwórz go ponownie z wiadomości albo skopiuj w całości. Jeśli link jest stary, poproś o nowy.
try-again = Spróbuj ponownie
to-invitation = Wróć do zaproszenia
open-my-app = Otwórz aplikację
contact-server = Kontakt z serwisem { $site }
ask-label = Wiadomość do osoby, która przysłała ci link
ask-message = Link do serwisu { $site } nie działa. Czy mogę prosić o nowy?
ask-copy = Kopiuj wiadomość
open-secure = Otwórz bezpieczną stronę
open-yourself = Nic się nie dzieje? Otwórz swoją aplikację do czatu samodzielnie.
incomplete-heading = Ten link jest niepełny
incomplete-lead = Otwórz go ponownie z wiadomości albo skopiuj w całości.
start-heading = Zaproś innych do serwisu { $site }
start-lead = Zaloguj się swoim adresem i hasłem, aby tworzyć zaproszenia.
start-log-in = Zaloguj się
start-log-out = Wyloguj się
start-hello = Zalogowano jako { $address }
start-make-heading = Nowe zaproszenie
start-for = Dla kogo?
start-for-newcomer = Dla kogoś nowego w serwisie { $site }
start-for-newcomer-hint = Ta osoba założy konto i pojawi się w twoich kontaktach, a ty w jej.
start-for-contact = Dla kogoś, kto ma już konto XMPP
start-username = Nazwa użytkownika (opcjonalnie)
start-username-hint = Zostaw puste, aby ta osoba sama wybrała.
start-message = Wiadomość (opcjonalnie)
start-message-hint = Widać ją na stronie zaproszenia, a nowe konto dostaje ją jako pierwszą wiadomość.
start-note = Notatka dla siebie
start-note-hint = Na przykład imię. Widzisz ją tylko ty i administratorzy serwera.
start-rooms = { adhoc-rooms }
start-make = Utwórz zaproszenie
start-made-heading = Twoje zaproszenie jest gotowe
start-made-lead = Wyślij ten link jednej osobie. Działa tylko raz.
start-made-contact-only = Nie możesz teraz utworzyć więcej zaproszeń na nowe konta. Ten link jest dla kogoś, kto ma już konto.
start-made-code = Kod QR linku
start-link = Link do wysłania
start-list-heading = Niewykorzystane zaproszenia
start-list-none = Brak niewykorzystanych zaproszeń.
start-list-more = Widać tylko najnowsze.
start-list-account = Nowe konto
start-list-contact = Nowy kontakt
start-list-contact-account = Nowe konto i kontakt
start-list-reset = Nowe hasło
start-cards = Karty z zaproszeniem
start-sheet-left = Pozostało: { $left } z { $most }
start-valid-until = Ważne do { $date }
start-valid-always = Ważne bezterminowo
start-copy-this = Kopiuj link: { $note }
start-share-this = Udostępnij link: { $note }
start-revoke = Wycofaj
start-revoke-this = Wycofaj zaproszenie: { $note }
start-revoke-sure = Link przestanie działać.
start-revoke-yes = Wycofaj zaproszenie
start-revoke-cards-sure = Karty, których nikt jeszcze nie użył, przestaną działać.
start-revoke-cards = Wycofaj wszystkie karty
start-revoked = Zaproszenie zostało wycofane. Jego link już nie działa.
start-revoked-cards = { $count ->
    [one] Wycofano { $count } kartę.
    [few] Wycofano { $count } karty.
    [many] Wycofano { $count } kart.
   *[other] Wycofano { $count } karty.
}
start-sheet-heading = Wydrukuj karty z zaproszeniami
start-sheet-lead = Na imprezę lub spotkanie: każda karta to zaproszenie dla jednej osoby.
start-sheet-title = Na jaką okazję są te karty?
start-sheet-title-hint = Drukowane na każdej karcie. Na przykład: Festyn letni
start-sheet-count = Liczba kart
start-sheet-room = { $count ->
    [one] Możesz teraz utworzyć jeszcze { $count } zaproszenie.
    [few] Możesz teraz utworzyć jeszcze { $count } zaproszenia.
    [many] Możesz teraz utworzyć jeszcze { $count } zaproszeń.
   *[other] Możesz teraz utworzyć jeszcze { $count } zaproszenia.
}
start-sheet-make = Utwórz karty
start-sheet-again = Drukuj ponownie
start-back = Wróć
start-print = Wydrukuj tę stronę i wytnij karty. Każdy, kto ma kartę, może jej użyć, więc przechowuj je bezpiecznie.
error-login = Nieprawidłowy adres lub hasło.
error-login-throttled = Zbyt wiele prób. Spróbuj ponownie za kilka minut.
error-logged-out = Wylogowano z powodu braku aktywności. Zaloguj się ponownie.
error-count = Wybierz liczbę od 1 do { $count }.
error-note = Notatka jest za długa albo zawiera znaki, których nie można wyświetlić. Dozwolona liczba znaków: { $count }.
error-message = Wiadomość jest za długa albo zawiera znaki, których nie można wyświetlić. Dozwolona liczba znaków: { $count }.
error-title = Ten tekst jest za długi albo zawiera znaki, których nie można wyświetlić. Dozwolona liczba znaków: { $count }.
error-lifetime = Twoje zaproszenia nie mogą być ważne tak długo. Wybierz krótszy okres.
error-rooms = Jednego z tych pokojów nie można użyć. Wybierz ponownie.
error-no-cards = Nie ma już kart do wydrukowania.
error-failed = Coś poszło nie tak. Spróbuj ponownie za kilka minut.
error-not-revocable = Tego zaproszenia nie można już wycofać.
error-not-allowed = Nie możesz tu tworzyć takich zaproszeń.
error-quota-pending = Zbyt wiele twoich zaproszeń czeka na wykorzystanie. Wycofaj kilka albo poczekaj, aż zostaną wykorzystane.
error-quota-daily = Na dziś nie możesz utworzyć więcej zaproszeń. Spróbuj jutro.

card-heading = Masz zaproszenie do serwisu { $site }
card-chat = Porozmawiaj z nami w serwisie { $site }
card-lead = Zeskanuj kod aparatem telefonu albo wpisz ten adres w przeglądarce:
card-lead-app = Zeskanuj kod aparatem telefonu albo otwórz ten link w aplikacji XMPP:
card-expires = Ważne do { $date }, dla jednej osoby.
card-always = Dla jednej osoby.

contact-only-heading = Do tego zaproszenia potrzebne jest konto
contact-only-lead = Dodaje ono kontakt, ale nie zakłada konta. Otwórz link z wiadomości jeszcze raz, aby zobaczyć, co możesz zrobić.
not-encrypted-heading = To połączenie nie jest bezpieczne
not-encrypted-lead = Ktoś mógłby odczytać twoje hasło. Otwórz link z https:// na początku albo powiadom administratora serwisu { $site }.
bad-request-heading = Coś poszło nie tak
bad-request-lead = Nic nie zostało zmienione. Wróć i spróbuj ponownie.
app-unknown-heading = Ta aplikacja nie jest tu dostępna
app-unknown-lead = Wróć do zaproszenia i wybierz inną aplikację.
throttled-heading = Poczekaj chwilę
throttled-lead = Z twojej sieci otwarto zbyt wiele nieprawidłowych linków. Spróbuj ponownie za kilka minut.
elsewhere-heading = Tego nie da się tu zrobić
elsewhere-lead = Kontami na { $host } zarządza się gdzie indziej, więc żadne zaproszenie nie założy konta ani nie ustawi hasła. Skontaktuj się z administratorem serwera.
busy-heading = { throttled-heading }
busy-lead = Serwer jest teraz bardzo obciążony. Spróbuj ponownie za minutę.
failed-heading = Coś poszło nie tak
failed-lead = To nasza wina, nie twoja. Spróbuj ponownie za kilka minut.

footer-terms = Regulamin
footer-privacy = Prywatność
footer-imprint = O nas
footer-contact = Kontakt

app-conversations = Łatwa w obsłudze, z czatem i połączeniami. Bezpłatna w { -f-droid }, płatna w Google Play.
app-cheogram = Oparta na Conversations, pozwala też dzwonić na zwykłe numery. Bezpłatna w { -f-droid }, płatna w Google Play.
app-yaxim = Mała, lekka aplikacja, która działa też na starszych telefonach.
app-monocles-chat = Oparta na Conversations, z większą liczbą ustawień. Bezpłatna w { -f-droid }, płatna w Google Play.
app-monal = Czat i połączenia na iPhonie, iPadzie i Macu.
app-siskin-im = Lekka aplikacja na iPhone’a i iPada.
app-beagle-im = Lekka aplikacja na Maca, od twórców Siskin.
app-dino = Prosta i przejrzysta, na Linuksa.
app-gajim = Z wieloma funkcjami, na Windows, Linuksa i Maca.
app-kaidan = Przyjazna i nowoczesna, na komputery i telefony z Linuksem.
app-psi = Z wieloma ustawieniami, dla doświadczonych. Psi+ to wersja z najnowszymi funkcjami.
app-converse-js = Czat w przeglądarce. Niczego nie trzeba instalować.
app-movim = Czat i wiadomości ze świata w przeglądarce. Swoje hasło podajesz witrynie, którą tam wybierzesz, więc wybierz taką, której ufasz.
app-renga = Na komputery z systemem Haiku.

refusal-no-token = Nie podano kodu zaproszenia
refusal-token-missing = Brakuje kodu zaproszenia
refusal-token-invalid = Kod zaproszenia jest nieprawidłowy lub wygasł
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
refusal-invite-in-use = Ktoś właśnie korzysta z tego zaproszenia. Spróbuj ponownie później
refusal-username-invalid = To nie jest prawidłowa nazwa użytkownika
refusal-jid-invalid = To nie jest prawidłowy adres
refusal-username-too-long = Ta nazwa użytkownika jest za długa
refusal-username-mismatch = To zaproszenie jest dla innej nazwy użytkownika
refusal-username-reserved = Ta nazwa użytkownika jest zarezerwowana
refusal-managed-elsewhere = Kontami tego serwera zarządza się gdzie indziej
refusal-account-exists = Ta nazwa użytkownika już istnieje
refusal-account-not-found = Takie konto nie istnieje
refusal-data-invalid = Zaproszenie zawiera dane, których nie można zapisać
refusal-room-refused = Jeden z tych pokojów nie istnieje albo nie możesz do niego nikogo wpuszczać
refusal-form-invalid = Nie można odczytać tego formularza
refusal-text-too-long = Ten tekst jest za długi
refusal-text-unclean = Ten tekst zawiera znaki, których nie można wyświetlić
refusal-ttl-invalid = Zaproszenie nie może być ważne tak długo
refusal-uses-invalid = Zaproszenia nie można użyć tyle razy
refusal-ttl-too-long = Twoje zaproszenia nie mogą być ważne tak długo
refusal-contact-ttl-too-long = Zaproszenie do kontaktów nie może być ważne tak długo
refusal-uses-too-many = Twoich zaproszeń nie można użyć tyle razy
refusal-quota-pending = Zbyt wiele twoich zaproszeń czeka na wykorzystanie
refusal-quota-daily = Wykorzystano dzisiejszy limit zaproszeń
refusal-inviter-new = Tego zaproszenia jeszcze nie można użyć. Spróbuj później
refusal-tree-full = Tego zaproszenia nie można teraz użyć. Spróbuj później
refusal-not-allowed = Nie możesz tworzyć takich zaproszeń
refusal-reference-ambiguous = To pasuje do więcej niż jednego zaproszenia
refusal-throttled = Zbyt wiele nieprawidłowych zaproszeń. Spróbuj ponownie później
refusal-ask = Nie udało się sprawdzić konta. Spróbuj ponownie później
refusal-busy = Serwer jest teraz bardzo obciążony. Spróbuj ponownie za minutę
refusal-internal-server-error = Zaproszenia chwilowo nie działają. Spróbuj ponownie później

adhoc-refusal-token-invalid = To zaproszenie nie istnieje
adhoc-refusal-token-expired = Zaproszenie wygasło
adhoc-refusal-token-used = Zaproszenie zostało już wykorzystane
adhoc-refusal-token-revoked = Zaproszenie zostało wycofane
adhoc-refusal-invite-damaged = Zaproszenie jest uszkodzone w bazie danych
adhoc-refusal-inviter-new = Twoje konto jest zbyt nowe, aby inni mogli się przez nie rejestrować. Spróbuj później.
adhoc-refusal-tree-full = Ostatnio wiele osób dołączyło dzięki Twoim zaproszeniom. Spróbuj później.
adhoc-forbidden = Nie masz uprawnień do tego polecenia
adhoc-unavailable = To nie jest dla ciebie dostępne
adhoc-no-action = To polecenie nie obsługuje tej czynności
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = pole wymagane
adhoc-value-address = nieprawidłowy adres
adhoc-value-boolean = dozwolone tylko „tak” lub „nie”
adhoc-value-choice = tego nie ma wśród opcji
adhoc-value-long = zbyt długie
adhoc-value-unclean = zawiera znaki, których nie można wyświetlić
adhoc-whole-address = Podaj cały adres, na przykład { $address }

adhoc-created = Twoje zaproszenie jest gotowe
adhoc-contact-only = Nie możesz teraz utworzyć więcej zaproszeń na nowe konta. To zaproszenie jest dla kogoś, kto ma już konto.
adhoc-link = Link dla osób z aplikacją XMPP
adhoc-page = Link do udostępnienia
adhoc-valid-until = Ważne do
adhoc-expire = Dokładny termin ważności
adhoc-note-later = Aby zanotować, dla kogo jest zaproszenie, otwórz „{ $command }”

adhoc-account-title = Utwórz zaproszenie na nowe konto
adhoc-account-lead = Tworzy link, dzięki któremu ktoś może założyć konto na { $host }.
adhoc-no-registration = Rejestracja na { $host } jest wyłączona, więc zaproszenie by nie zadziałało. Skontaktuj się z administratorem serwera
adhoc-username = Nazwa użytkownika
adhoc-username-hint = Zostaw puste, aby ta osoba sama wybrała
adhoc-befriend = Dodaj mnie i nowe konto nawzajem do kontaktów
adhoc-lifetime = Czas ważności
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
adhoc-most-uses = Ile kont można założyć z tym zaproszeniem
adhoc-role = Rola nowego konta
adhoc-role-usual = Domyślna
adhoc-role-registered = Zarejestrowany użytkownik
adhoc-role-member = Członek
adhoc-role-admin = Administrator
adhoc-role-operator = Operator, może wszystko na całym serwerze
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Grupy nowego konta
adhoc-options-cut = Lista zawiera tylko { $count } pierwszych. Pozostałe administrator może nadać w wierszu poleceń.
adhoc-note = Notatka
adhoc-note-hint = Na przykład imię. Widać ją na liście twoich zaproszeń
adhoc-message = Wiadomość
adhoc-message-hint = Widać ją na stronie zaproszenia; nowe konto dostaje ją jako pierwszą wiadomość

adhoc-contact-title = Utwórz zaproszenie do kontaktów z wiadomością
adhoc-contact-lead = Tworzy link, dzięki któremu ktoś, kto ma już konto, zostaje twoim kontaktem.
adhoc-invitee = Tylko dla tego adresu
adhoc-invitee-hint = Zostaw puste, jeśli może go użyć każdy, kto ma link
adhoc-contact-message-hint = Widać ją na stronie zaproszenia
adhoc-rooms = Pokoje, do których dołączy ta osoba
adhoc-other-rooms = Inne pokoje
adhoc-other-rooms-hint = Adresy pokojów, oddzielone spacjami

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
adhoc-which-usable = Aktywne
adhoc-which-pending = Aktywne, tylko do kont i haseł
adhoc-which-used = Wykorzystane
adhoc-which-all = Wszystkie, także wycofane i wygasłe
adhoc-user = Tylko zaproszenia od
adhoc-choose-lead = Wybierz zaproszenie i czynność.
adhoc-invite = Zaproszenie
adhoc-verb = Czynność
adhoc-verb-show = Pokaż szczegóły i link
adhoc-verb-extend = Zmień termin ważności
adhoc-verb-label = Edytuj notatkę
adhoc-verb-revoke = Wycofaj (link przestanie działać)
adhoc-more-invites = … (więcej)
adhoc-all-of-them = … (pokaż wszystkie, także wykorzystane i wygasłe)
adhoc-no-such-invites = Nie znaleziono zaproszeń
adhoc-no-more-invites = Nie ma więcej zaproszeń

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = konto
adhoc-purpose-account-named = konto { $address }
adhoc-purpose-contact = kontakt
adhoc-purpose-contact-account = konto i kontakt
adhoc-purpose-reset = nowe hasło dla { $address }
adhoc-state-usable = aktywne
adhoc-state-until = do { $date }
adhoc-state-claimed = właśnie używane
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
adhoc-made-by = autor: { $creator }

adhoc-invite-title = Zaproszenie { $id }
adhoc-purpose = Przeznaczenie
adhoc-state = Stan
adhoc-uses = Użycia
adhoc-maker = Autor
adhoc-created-at = Utworzono
adhoc-id = Identyfikator
adhoc-link-left-out = Link jest ukryty, bo to zaproszenie daje więcej, niż wolno ci dać
adhoc-valid-for = Czas ważności
adhoc-extend-lead = Licząc od teraz.
adhoc-extend-gives-more = Nie możesz przedłużyć zaproszenia, które daje więcej, niż wolno ci dać
adhoc-extend-admins = Tylko administrator może przedłużyć ważność tego zaproszenia
adhoc-extended = Zaproszenie jest teraz ważne do { $date }
adhoc-extended-endless = Zaproszenie jest teraz ważne bezterminowo
adhoc-label-lead = Widzi ją autor zaproszenia i administratorzy. Zostaw puste, aby usunąć notatkę.
adhoc-labelled = Zapisano notatkę
adhoc-label-removed = Usunięto notatkę
adhoc-revoked = Zaproszenie wycofano

notice-joined = Dzięki twojemu zaproszeniu powstało konto { $address }.
notice-joined-note = Dzięki twojemu zaproszeniu ({ $note }) powstało konto { $address }.
notice-tree-full = Na razie nikt więcej nie może dołączyć przez { $address }: osiągnięto limit tego serwera. Polecenie „tree” pokazuje, kto kogo zaprosił.
notice-tree-deep = Na razie nikt nie może dołączyć przez najnowsze konta poniżej { $address }: osiągnięto limit pokoleń tego serwera. Polecenie „tree” pokazuje, kto kogo zaprosił.
