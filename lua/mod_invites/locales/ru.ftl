# Что говорят страницы приглашений; см. en.ftl.
language-name = Русский
languages = Языки
invited-by = Приглашает { $inviter }

account-heading = Вас приглашают на сервер { $site }
account-heading-inviter = { $inviter } приглашает вас на сервер { $site }
account-lead = По этому приглашению вы получите там собственный аккаунт для общения. Это займёт три минуты.
contact-heading = { $inviter } хочет с вами общаться
contact-lead = { $inviter } — это { $address }. Для общения подойдёт любое приложение и любой сервер с поддержкой XMPP.
contact-account-lead = По этому приглашению вы станете контактами друг друга. Если у вас ещё нет аккаунта, вы получите его на сервере { $site }.
reset-heading = Новый пароль
reset-lead = По этой ссылке можно задать новый пароль для { $address }. Если вы об этом не просили, закройте страницу: ничего не изменилось.
bound = Ваш адрес будет таким: { $address }.

have-account-heading = У меня есть аккаунт
have-app-heading = У вас уже есть приложение?
open-account = Открыть приглашение в приложении
open-account-lead = Если на этом устройстве есть приложение для общения по XMPP, оно может открыть приглашение прямо сейчас.
open-contact = Добавить контакт { $inviter }
open-contact-lead = Нажмите здесь, и ваше приложение добавит контакт { $inviter }.
open-contact-account-lead = Нажмите здесь, и ваше приложение добавит контакт { $inviter }.
open-reset = Открыть ссылку в приложении
open-reset-lead = Некоторые приложения сами умеют менять пароль.

apps-heading = Выберите приложение
apps-heading-contact = Мне нужен аккаунт
apps-heading-contact-account = Мне нужен аккаунт
apps-heading-reset = С помощью приложения
apps-lead = Для общения нужно приложение. Нажмите на любое, чтобы увидеть, что делать дальше.
apps-lead-contact = Выберите приложение. Оно поможет создать аккаунт на том сервере, который вам понравится. Потом вернитесь сюда.
other-apps = Другие приложения
no-apps = Найдите в магазине приложений вашего устройства приложение для общения по XMPP, а потом вернитесь на эту страницу.
browser-lead = Или без приложения, прямо здесь:
browser-account = Создать аккаунт в этом браузере
browser-reset = Выбрать новый пароль

phone-heading = Лучше на телефоне?
phone-lead = Наведите его камеру на этот квадрат. Эта же страница откроется на телефоне.
code = Ссылка на эту страницу в виде QR-кода
link-label = Ссылка на эту страницу
copy = Копировать
copied = Скопировано

expires-days = { $count ->
    [one] Ссылка действует ещё { $count } день.
    [few] Ссылка действует ещё { $count } дня.
    [many] Ссылка действует ещё { $count } дней.
   *[other] Ссылка действует ещё { $count } дня.
}
expires-soon = Ссылка действует ещё меньше минуты.
expires-hours = { $count ->
    [one] Ссылка действует ещё { $count } час.
    [few] Ссылка действует ещё { $count } часа.
    [many] Ссылка действует ещё { $count } часов.
   *[other] Ссылка действует ещё { $count } часа.
}
expires-minutes = { $count ->
    [one] Ссылка действует ещё { $count } минуту.
    [few] Ссылка действует ещё { $count } минуты.
    [many] Ссылка действует ещё { $count } минут.
   *[other] Ссылка действует ещё { $count } минуты.
}

setup-heading = { $app }: шаг за шагом
download = Скачать приложение
step-install = Установите приложение { $app }
step-visit = Откройте приложение { $app }
step-come-back = Потом вернитесь на эту страницу. Если она потеряется, откройте ссылку из сообщения и снова выберите { $app }.
step-press = Вернитесь и нажмите здесь
step-then = Затем
step-register = Придумайте имя и пароль. Запомните их: они вам сейчас понадобятся.
step-open-account = Приложение { $app } откроется и покажет ваше приглашение. Придумайте там имя и пароль.
step-open-contact = Приложение { $app } откроется и спросит, добавить ли контакт { $inviter }. Если у вас ещё нет аккаунта, сначала создайте его.
step-open-contact-account = Приложение { $app } откроется и покажет ваше приглашение. Контакт { $inviter } добавится сам.
step-open-reset = Приложение { $app } откроется. Выберите там новый пароль.
step-add-contact = Если у вас ещё нет аккаунта, сначала создайте его. Добавьте адрес { $address } в контакты в приложении { $app }.
step-log-in = Войдите в приложение { $app }. Укажите адрес и пароль, которые вы выбрали.
step-other-app = Приложение { $app } не умеет открывать приглашения. Сначала создайте аккаунт в другом приложении, а потом войдите в { $app } с тем же адресом и паролем.
trouble = Ничего не происходит? Скопируйте эту ссылку и вставьте её в приложение { $app }.
back = Выбрать другое приложение

register-heading = Ваш аккаунт на сервере { $site }
register-lead = Придумайте имя и пароль. Больше ничего не нужно.
register-lead-bound = Придумайте пароль. Больше ничего не нужно.
register-lead-contact = Придумайте имя и пароль. После этого вы и { $inviter } станете контактами друг друга.
register-submit = Создать аккаунт
reset-form-lead = Выберите новый пароль. Его спросят все ваши приложения.
reset-submit = Сохранить пароль
field-username = Имя
field-username-hint = Это часть вашего адреса. Строчные латинские буквы, цифры, точки и дефисы подходят везде.
field-address = Ваш адрес
field-password = Пароль
field-new-password = Новый пароль
field-password-hint = Никто не сможет прислать его вам ещё раз: запишите его или сохраните в браузере.
field-password-length = { $count ->
    [one] Минимум { $count } символ.
    [few] Минимум { $count } символа.
    [many] Минимум { $count } символов.
   *[other] Минимум { $count } символа.
}
username-free = Это имя пользователя свободно.
username-suggestions = Может быть, одно из этих?
password-weak = Легко угадать. Несколько случайных слов были бы надёжнее.
password-fair = Можно надёжнее. Добавьте ещё одно слово.
password-good = Надёжный пароль.
password-suggest = Предложить пароль
error-password-weak = Этот пароль легко угадать. Выберите другой или введите его ещё раз, чтобы оставить.
progress-account = Аккаунт
progress-app = Приложение
progress-chat = Чат
extra-nick = Псевдоним
extra-name = Полное имя
extra-first = Имя
extra-last = Фамилия
extra-email = Адрес электронной почты
extra-address = Улица
extra-city = Город
extra-state = Область или регион
extra-zip = Почтовый индекс
extra-phone = Номер телефона
extra-url = Веб-страница
extra-date = Дата рождения
extra-optional = Можно оставить пустым.
extra-required = Это нужно заполнить.
show = Показать
hide = Скрыть
error-username-empty = Придумайте имя.
error-username-invalid = В этом имени есть символ, который не подходит для адреса, например пробел или @.
error-username-long = Это имя слишком длинное. Выберите покороче.
error-username-taken = Это имя уже занято. Попробуйте другое.
error-password-empty = Придумайте пароль.
error-password-short = { $count ->
    [one] Пароль слишком короткий. Нужен минимум { $count } символ.
    [few] Пароль слишком короткий. Нужно минимум { $count } символа.
    [many] Пароль слишком короткий. Нужно минимум { $count } символов.
   *[other] Пароль слишком короткий. Нужно минимум { $count } символа.
}
error-password-username = Пароль не должен содержать ваше имя.
error-password-long = Это слишком длинный пароль. Достаточно нескольких слов.
error-password-control = В нём есть невидимый знак, например табуляция или перенос строки. Введите пароль вручную или скопируйте его без этого знака.
error-password-characters = В нём есть знак, который чат-приложения не могут отправить. Используйте буквы, цифры, пробелы и знаки вроде ! или -.
error-extra-missing = Заполните и это поле.
error-extra-long = Это слишком длинно.
error-extra-invalid = Это здесь не подходит. Проверьте и попробуйте ещё раз.
error-extra-email = Это не адрес электронной почты вида name@example.com.
error-in-use = Этим приглашением прямо сейчас кто-то пользуется. Нажмите ещё раз через минуту.
error-form-too-old = Страница была открыта слишком долго, или ваш браузер не сохраняет файлы cookie. Введите пароль и нажмите ещё раз.
error-no-cookies = Ваш браузер не сохраняет cookie для этой страницы, а без них форма не работает. Разрешите cookie для { $host } или откройте ссылку в другом браузере.
success-heading = Добро пожаловать на сервер { $site }
success-lead = Ваш аккаунт готов.
success-keep = С этим адресом и вашим паролем вы входите на всех своих устройствах.
success-contact = { $inviter } уже в ваших контактах.
success-save = Сохраните пароль сейчас: в браузере или на бумаге. Мы не сможем вам его прислать.
success-webchat = Начните прямо здесь
success-webchat-lead = Общайтесь в этом браузере, ничего не устанавливая.
success-webchat-open = Открыть чат в браузере
success-apps = Теперь установите приложение
success-apps-lead = Установите одно из этих приложений и войдите со своим адресом и паролем.
success-log-in = Войдите
success-open-app = Открыть { $app }
reset-success-heading = Новый пароль сохранён
reset-success-lead = Войдите с ним в своём приложении. Ваши контакты и сообщения остались на месте.

used-heading = Это приглашение уже использовано
used-lead = Это были вы? Тогда у вас есть аккаунт: откройте приложение и войдите. Если нет, попросите новую ссылку у того, от кого вы её получили.
used-reset-heading = Эта ссылка уже использована
used-reset-lead = Это были вы? Тогда войдите с новым паролем. Если нет, попросите новую ссылку и сообщите тем, кто управляет сервером { $site }.
used-contact-heading = Это приглашение уже использовано
used-contact-lead = Это были вы? Тогда вы уже контакты друг друга: откройте приложение. Если нет, попросите новую ссылку у того, от кого вы её получили.
expired-heading = Эта ссылка устарела
expired-lead = Попросите новую у того, от кого вы её получили.
revoked-heading = Это приглашение отозвано
revoked-lead = Попросите новое у того, от кого вы его получили.
unknown-heading = Мы не знаем такого приглашения
unknown-lead = Возможно, часть ссылки потерялась. Откройте её ещё раз из сообщения или скопируйте целиком. Очень старые приглашения мы не храним.
incomplete-heading = Ссылка неполная
incomplete-lead = Откройте её ещё раз из сообщения или скопируйте целиком.
start-heading = Приглашайте людей на сервер { $site }
start-lead = Войдите со своим адресом и паролем и создайте приглашение здесь.
start-log-in = Войти
start-log-out = Выйти
start-hello = Вы вошли как { $address }.
start-make-heading = Новое приглашение
start-for = Для кого оно?
start-for-newcomer = Для того, кому нужен аккаунт на сервере { $site }
start-for-newcomer-hint = Когда аккаунт будет создан, вы станете контактами друг друга.
start-for-contact = Для того, у кого уже где-то есть аккаунт
start-note = Заметка для себя
start-note-hint = Например, имя. Её увидите только вы и те, кто управляет сервером.
start-make = Создать приглашение
start-made-heading = Ваше приглашение готово
start-made-lead = Отправьте эту ссылку только тому человеку, для которого она создана. Она сработает один раз.
start-made-contact-only = Сейчас вы больше не можете создавать приглашения для новых аккаунтов. Это приглашение — для того, у кого уже есть аккаунт.
start-made-code = Ссылка в виде QR-кода
start-link = Ссылка для отправки
start-list-heading = Ваши приглашения, которые ещё не использованы
start-list-none = Таких нет.
start-list-more = Показаны только самые новые.
start-list-account = Для аккаунта
start-list-contact = Для контакта
start-list-contact-account = Для аккаунта и контакта
start-list-reset = Для нового пароля
start-valid-until = Действует до { $date }
start-valid-always = Действует бессрочно
start-revoke = Отозвать
start-revoke-this = Отозвать приглашение: { $note }
start-revoked = Приглашение отозвано.
start-sheet-heading = Карточки для печати
start-sheet-lead = Для мероприятия: на каждой карточке своё приглашение, для одного человека.
start-sheet-count = Сколько карточек
start-sheet-make = Создать карточки
start-back = Назад
start-print = Распечатайте эту страницу и разрежьте её на карточки. Карточкой может воспользоваться любой, у кого она есть, поэтому храните их надёжно.
error-login = Неверный адрес или пароль.
error-login-throttled = Слишком много попыток. Попробуйте снова через несколько минут.
error-logged-out = Некоторое время ничего не происходило, поэтому сеанс завершён. Войдите ещё раз.
error-count = Выберите число от 1 до { $count }.
error-note = Заметка слишком длинная, или в ней есть знаки, которые нельзя показать. Не больше { $count } букв.
error-failed = Не получилось. Попробуйте ещё раз через несколько минут.
error-not-revocable = Это приглашение уже нельзя отозвать.
error-not-allowed = Здесь вам нельзя создавать такие приглашения.
error-quota-pending = Слишком много ваших приглашений ещё не использовано. Отзовите некоторые из них или подождите, пока ими воспользуются.
error-quota-daily = На сегодня это все приглашения, которые вам можно создать. Попробуйте снова завтра.

card-heading = Вас приглашают на сервер { $site }
card-lead = Наведите камеру телефона на квадрат или введите этот адрес в браузере:
card-expires = Действует до { $date }, для одного человека.
card-always = Для одного человека.

contact-only-heading = По этому приглашению нельзя создать аккаунт
contact-only-lead = Оно для тех, у кого аккаунт уже есть. Откройте его ещё раз из сообщения, чтобы увидеть, что с ним можно сделать.
not-encrypted-heading = Здесь эта страница небезопасна
not-encrypted-lead = Пароль нельзя передавать без шифрования. Откройте ссылку с https в начале или обратитесь к тем, кто управляет сервером { $site }.
bad-request-heading = Ваш браузер прислал что-то странное
bad-request-lead = Ничего не случилось. Вернитесь назад и попробуйте ещё раз.
app-unknown-heading = Мы не знаем такого приложения
app-unknown-lead = Откройте приглашение ещё раз и выберите другое.
throttled-heading = Подождите немного
throttled-lead = Из вашей сети открыли слишком много нерабочих ссылок. Попробуйте снова через несколько минут.
elsewhere-heading = Здесь это сделать нельзя
elsewhere-lead = Учётными записями { $host } управляют в другом месте, поэтому по приглашению нельзя ни создать учётную запись, ни задать пароль. Спросите тех, кто ведёт этот сервер.
failed-heading = Сейчас это не работает
failed-lead = Это наша вина, и ваше приглашение не пропало. Попробуйте снова через несколько минут.

footer-terms = Условия
footer-privacy = Конфиденциальность
footer-imprint = О нас
footer-contact = Контакты

app-conversations = Чат и звонки для Android. С ним легко начать, и он бережёт батарею.
app-cheogram = Для Android: родственник Conversations, который умеет связываться и с телефонной сетью.
app-yaxim = Небольшое приложение для Android, которое работает и на старых телефонах.
app-monal = Чат и звонки для iPhone, iPad и Mac.
app-siskin-im = Лёгкое приложение для iPhone и iPad.
app-beagle-im = Лёгкое приложение для Mac от создателей Siskin.
app-dino = Аккуратное и простое, для компьютеров с Linux.
app-gajim = Для компьютера, со всеми настройками, какие только могут понадобиться.
app-kaidan = Для Linux на компьютерах и телефонах, создаётся в рамках KDE.
app-psi = Для компьютера и для опытных пользователей; Psi+ — то же самое, но с новинками.
app-converse-js = Чат в браузере, ничего устанавливать не нужно.
app-movim = Чат и новости в браузере. Сайт, который вы там выберете, входит в аккаунт за вас, поэтому выберите тот, которому доверяете.
app-renga = Для компьютеров с Haiku.

refusal-no-token = Код приглашения не указан
refusal-token-missing = Не хватает кода приглашения
refusal-token-invalid = Код приглашения недействителен или устарел
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = На этом сервере можно зарегистрироваться только по приглашению
refusal-password-unusable = Этот пароль использовать нельзя
refusal-invite-in-use = Этим приглашением сейчас кто-то пользуется, попробуйте позже
refusal-username-invalid = Такое имя пользователя не подходит
refusal-username-too-long = Это имя пользователя слишком длинное
refusal-username-mismatch = Это приглашение для другого имени пользователя
refusal-username-reserved = Это имя пользователя зарезервировано
refusal-managed-elsewhere = Учётными записями этого сервера управляют в другом месте
refusal-account-exists = Это имя пользователя уже занято
refusal-account-not-found = Такого аккаунта нет
refusal-data-invalid = Данные приглашения не удаётся сохранить
refusal-form-invalid = Эту форму не удаётся прочитать
refusal-text-too-long = Этот текст слишком длинный
refusal-text-unclean = В этом тексте есть знаки, которые нельзя показать
refusal-ttl-invalid = Приглашение не может действовать так долго
refusal-uses-invalid = Приглашение нельзя использовать столько раз
refusal-ttl-too-long = Ваши приглашения не могут действовать так долго
refusal-uses-too-many = Ваши приглашения нельзя использовать столько раз
refusal-quota-pending = Слишком много ваших приглашений ещё не использовано
refusal-quota-daily = Сегодня создано слишком много ваших приглашений
refusal-not-allowed = Вам нельзя создавать такие приглашения
refusal-reference-ambiguous = Это подходит более чем к одному приглашению
refusal-throttled = Слишком много недействительных приглашений, попробуйте позже
refusal-ask = Не удалось найти сведения об аккаунте
refusal-internal-server-error = Приглашения сейчас не работают, попробуйте позже

adhoc-refusal-token-invalid = Такого приглашения нет
adhoc-refusal-token-expired = Срок действия приглашения истёк
adhoc-refusal-token-used = Приглашение уже использовано
adhoc-refusal-token-revoked = Приглашение отозвано
adhoc-refusal-invite-damaged = Строка этого приглашения в базе данных повреждена
adhoc-forbidden = Вам нельзя использовать эту команду
adhoc-unavailable = Это вам недоступно
adhoc-no-action = У этой команды нет такого действия
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = это поле нужно заполнить
adhoc-value-address = это не адрес
adhoc-value-boolean = это не «да» и не «нет»
adhoc-value-choice = такого варианта нет
adhoc-value-long = это слишком длинно
adhoc-value-unclean = здесь есть знаки, которые нельзя показать
adhoc-whole-address = Укажите полный адрес, например { $address }

adhoc-created = Ваше приглашение создано
adhoc-contact-only = Сейчас вы больше не можете создавать приглашения для новых аккаунтов. Это приглашение — для того, у кого уже где-то есть аккаунт.
adhoc-link = Ссылка-приглашение
adhoc-page = Веб-страница, которой можно поделиться
adhoc-valid-until = Действует до

adhoc-account-title = Создать приглашение для нового аккаунта
adhoc-account-lead = Создаёт ссылку, по которой можно завести аккаунт на { $host }.
adhoc-no-registration = На { $host } никто не может зарегистрироваться, поэтому приглашение было бы бесполезным. Это могут изменить те, кто управляет сервером
adhoc-username = Имя пользователя
adhoc-username-hint = Оставьте пустым, чтобы имя можно было выбрать самостоятельно
adhoc-befriend = Добавить меня и новый аккаунт друг другу в контакты
adhoc-lifetime = Срок действия приглашения
adhoc-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
adhoc-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
adhoc-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
adhoc-seconds = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
}
adhoc-without-end = бессрочно
adhoc-most-uses = Сколько аккаунтов можно по нему создать
adhoc-role = Роль нового аккаунта
adhoc-role-usual = Как у любого нового аккаунта
adhoc-groups = Группы нового аккаунта
adhoc-note = Заметка
adhoc-note-hint = Для кого приглашение: видно в списке ваших приглашений

adhoc-reset-title = Создать приглашение для смены пароля
adhoc-reset-lead = Создаёт ссылку, по которой владелец этого аккаунта может задать новый пароль.
adhoc-reset-address = Адрес аккаунта
adhoc-account-here = Это должен быть аккаунт на { $host }
adhoc-higher-role = У этого аккаунта роль выше вашей

adhoc-own-title = Мои приглашения
adhoc-all-title = Управление всеми приглашениями
adhoc-all-lead = Какие приглашения вы хотите увидеть?
adhoc-list-title = Все приглашения
adhoc-invites = Приглашения
adhoc-which-usable = действующие
adhoc-which-pending = действующие, по которым можно создать аккаунт или задать пароль
adhoc-which-used = использованные
adhoc-which-all = все, включая отозванные и истёкшие
adhoc-user = Только созданные этим пользователем
adhoc-choose-lead = Выберите приглашение и то, что с ним сделать.
adhoc-invite = Приглашение
adhoc-verb = Что сделать
adhoc-verb-show = Показать вместе со ссылкой
adhoc-verb-extend = Изменить срок действия
adhoc-verb-label = Написать заметку
adhoc-verb-revoke = Отозвать: ссылка перестанет работать
adhoc-more-invites = … (ещё приглашения)
adhoc-all-of-them = … (все, включая использованные и недействующие)
adhoc-no-such-invites = Таких приглашений нет
adhoc-no-more-invites = Больше приглашений нет

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = аккаунт
adhoc-purpose-account-named = аккаунт { $address }
adhoc-purpose-contact = контакт
adhoc-purpose-contact-account = аккаунт и контакт
adhoc-purpose-reset = новый пароль для { $address }
adhoc-state-usable = действует
adhoc-state-until = до { $date }
adhoc-state-claimed = сейчас используется
adhoc-state-redeemed = использовано полностью
adhoc-state-revoked = отозвано
adhoc-state-expired = срок истёк
adhoc-used = { $count ->
    [one] использовано { $count } раз
    [few] использовано { $count } раза
    [many] использовано { $count } раз
   *[other] использовано { $count } раза
}
adhoc-used-of = использований: { $count } из { $most }
adhoc-made-by = автор: { $creator }

adhoc-invite-title = Приглашение { $id }
adhoc-purpose = Для чего оно
adhoc-state = Состояние
adhoc-uses = Использование
adhoc-maker = Автор
adhoc-created-at = Создано
adhoc-id = Краткое имя в списках и журналах
adhoc-link-left-out = Ссылка не показана: приглашение даёт больше, чем вам разрешено давать
adhoc-valid-for = Срок действия
adhoc-extend-lead = Отсчитывается с этого момента.
adhoc-extend-gives-more = Нельзя продлить приглашение, которое даёт больше, чем вам разрешено давать
adhoc-extend-admins = Продлить это приглашение может только администратор
adhoc-extended = Срок действия приглашения изменён
adhoc-label-lead = Её видят автор приглашения и администраторы. Чтобы удалить заметку, оставьте поле пустым.
adhoc-labelled = Заметка сохранена
adhoc-label-removed = Заметка удалена
adhoc-revoked = Приглашение отозвано
