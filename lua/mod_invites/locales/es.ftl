# Lo que dicen las páginas de invitación; véase en.ftl.
language-name = Español
languages = Idiomas
invited-by = Invitación de { $inviter }

account-heading = Tienes una invitación a { $site }
account-heading-inviter = { $inviter } te invita a { $site }
account-lead = Crea tu cuenta y empieza a chatear. Solo lleva unos tres minutos.
contact-heading = { $inviter } quiere chatear contigo
contact-lead = Agrega a { $inviter } en tu aplicación de chat. Sirve cualquier aplicación y cualquier proveedor que use XMPP, una red abierta para chatear. La dirección es { $address }.
contact-account-lead = Acepta la invitación para chatear. ¿Aún no tienes cuenta? Puedes crear una en { $site }.
reset-heading = Elige una contraseña nueva
reset-lead = Con este enlace puedes elegir una contraseña nueva para { $address }. Si no la pediste, cierra esta página: nada ha cambiado.
bound = Tu dirección será { $address }.
rooms-lead = Salas a las que te unirás: { $rooms }

open-account = Abrir la invitación en mi aplicación
open-account-lead = Algunas aplicaciones XMPP pueden abrir la invitación directamente.
open-contact = Agregar a { $inviter }
open-contact-lead = Muchas aplicaciones XMPP pueden agregar a { $inviter } a tus contactos directamente.
open-contact-account-lead = { open-contact-lead }
open-reset = Abrir en mi aplicación
open-reset-lead = En algunas aplicaciones puedes cambiar la contraseña directamente.

apps-heading = Descarga una aplicación de chat
apps-heading-contact = Necesito una cuenta
apps-heading-contact-account = Aún no tengo cuenta
apps-heading-reset = En una aplicación
apps-lead = Elige una aplicación y te guiamos en el resto.
apps-lead-contact = Elige una aplicación. Te ayuda a crear una cuenta con el proveedor que prefieras. Después vuelve a esta página.
other-apps = Más aplicaciones
no-apps = Busca una aplicación XMPP en la tienda de aplicaciones de tu dispositivo y después vuelve a esta página.
browser-lead = O crea primero tu cuenta y elige una aplicación más tarde:
browser-account = Crear mi cuenta
browser-reset = Elegir una contraseña nueva

phone-heading = ¿Prefieres el teléfono?
phone-lead = Escanea este código con la cámara del teléfono y esta página se abrirá allí.
code = Código QR de esta página
link-label = Enlace a esta página
copy = Copiar
copied = Copiado
share = Compartir
print = Imprimir
moment = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }, { $time } UTC

expires-soon = Este enlace es válido menos de un minuto.
expires-hours = { $count ->
    [one] Este enlace es válido una hora más.
   *[other] Este enlace es válido { $count } horas más.
}
expires-minutes = { $count ->
    [one] Este enlace es válido un minuto más.
   *[other] Este enlace es válido { $count } minutos más.
}
expires-at = Válida hasta el { $date }
get-app = Obtener { $app }
have-app = Ya tengo una aplicación
open-invitation = Abrir la invitación
nothing-happened = ¿No pasó nada? Copia este enlace y pégalo en tu aplicación de chat.
contact-address = Dirección de { $inviter }
contact-open = Abrir solo la dirección en mi aplicación
other-ways = Otras formas de unirse
other-ways-contact = Aún no tengo una aplicación de chat
other-ways-reset = Abrir esta página en otro dispositivo
in-app-browser = Estás en el navegador de otra aplicación, que quizá no pueda abrir invitaciones. Abre esta página en tu navegador habitual: busca «Abrir en el navegador» en el menú.

setup-heading = Empezar con { $app }
setup-title = Únete a { $site } con { $app }
progress-install = Instalar
progress-open = Abrir la invitación
download = Descargar
download-store = Disponible en
download-site = Descargar de
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Esta aplicación es de pago en Google Play y gratuita en { -f-droid }.
step-install = Instala { $app }
step-visit = Abre { $app }
step-come-back = Después vuelve a esta página. Si no la encuentras, abre el enlace de tu mensaje y elige { $app } de nuevo.
step-brings = Instala { $app } y ábrela. Tu invitación aparece allí automáticamente.
step-other-store = Si la instalas desde otro sitio, vuelve después a esta página.
step-press = Vuelve y abre la invitación
step-then = Último paso
step-open-account = { $app } se abre con tu invitación. Crea allí tu cuenta.
step-open-contact = { $app } se abre y te pregunta si quieres agregar a { $inviter }. Si aún no tienes cuenta, crea una primero.
step-open-contact-account = { $app } se abre con tu invitación y agrega a { $inviter } a tus contactos.
step-open-reset = { $app } se abre. Elige allí tu contraseña nueva.
step-add-contact = Crea una cuenta en { $app } si aún no tienes una. Después agrega { $address } a tus contactos.
step-log-in = Inicia sesión en { $app } con tu dirección y tu contraseña.
step-other-app = { $app } no puede abrir este enlace. Ábrelo primero en otra aplicación y después inicia sesión en { $app } con la misma dirección y contraseña.
trouble = ¿No pasa nada? Copia este enlace y pégalo en { $app }.
back = Elegir otra aplicación

register-heading = Crea tu cuenta en { $site }
register-lead = Elige un nombre de usuario y una contraseña.
register-lead-bound = Elige una contraseña.
register-lead-contact = Elige un nombre de usuario y una contraseña. Después podrás chatear con { $inviter }.
register-submit = Crear cuenta
reset-form-lead = Después, todas tus aplicaciones te pedirán la contraseña nueva.
reset-submit = Guardar contraseña nueva
field-username = Nombre de usuario
field-username-hint = Por ejemplo, ana o ana.perez. Usa minúsculas, números, puntos y guiones.
field-address = Tu dirección
field-password = Contraseña
field-new-password = Contraseña nueva
field-password-hint = Guárdala en el navegador o anótala. No podemos enviártela.
field-password-length = { $count ->
    [one] Usa al menos un carácter.
   *[other] Usa al menos { $count } caracteres.
}
username-free = Este nombre de usuario está disponible.
username-suggestions = ¿Qué tal uno de estos?
password-weak = Fácil de adivinar. Unas cuantas palabras al azar son más seguras.
password-fair = Puede ser más segura. Agrega otra palabra.
password-good = Contraseña segura.
password-suggest = Sugerir una contraseña
error-password-weak = Esta contraseña es fácil de adivinar. Elige otra, o escríbela de nuevo para conservarla.
progress-account = Cuenta
progress-app = Aplicación
progress-chat = Chat
extra-nick = Apodo
extra-name = Nombre completo
extra-first = Nombre
extra-last = Apellidos
extra-email = Correo electrónico
extra-address = Calle
extra-city = Ciudad
extra-state = Provincia o región
extra-zip = Código postal
extra-phone = Número de teléfono
extra-url = Página web
extra-date = Fecha de nacimiento
extra-optional = Opcional
extra-required = Obligatorio
show = Mostrar
hide = Ocultar
error-username-empty = Escribe un nombre de usuario.
error-username-invalid = El nombre de usuario no puede contener espacios ni caracteres como @ o /.
error-username-long = Este nombre de usuario es demasiado largo. Elige uno más corto.
error-username-taken = Este nombre de usuario ya está en uso. Prueba con otro.
error-password-empty = Escribe una contraseña.
error-password-short = { $count ->
    [one] Es demasiado corta. Usa al menos un carácter.
   *[other] Es demasiado corta. Usa al menos { $count } caracteres.
}
error-password-username = Tu contraseña no debe contener tu nombre de usuario.
error-password-long = Esta contraseña es demasiado larga. Bastan unas pocas palabras.
error-password-control = Tu contraseña contiene un carácter que no se ve, como un tabulador o un salto de línea. Escríbela a mano o cópiala sin ese carácter.
error-password-characters = Tu contraseña contiene un carácter que las aplicaciones de chat no pueden enviar. Usa letras, números, espacios y símbolos como ! o -.
error-extra-missing = Completa este campo.
error-extra-long = Es demasiado largo.
error-extra-invalid = Esto no es válido aquí. Revísalo e inténtalo de nuevo.
error-extra-email = Esto no es una dirección de correo, como name@example.com.
error-in-use = Otra persona está usando esta invitación en este momento. Inténtalo de nuevo en un minuto.
error-form-too-old = Esta página estuvo abierta demasiado tiempo o tu navegador bloquea las cookies. Escribe tu contraseña e inténtalo de nuevo.
error-no-cookies = Tu navegador no guarda cookies de esta página y el formulario necesita una. Permite las cookies de { $host } o abre el enlace en otro navegador.
success-heading = ¡Te damos la bienvenida a { $site }!
success-lead = Tu cuenta está lista.
success-keep = Usa esta dirección y tu contraseña para iniciar sesión en todos tus dispositivos.
success-contact = { $inviter } ya está en tus contactos.
success-save = Guarda ahora tu contraseña en el navegador o anótala. No podemos enviártela.
success-webchat = Empieza a chatear ahora
success-webchat-lead = Chatea aquí mismo, en tu navegador. No hay que instalar nada.
success-webchat-open = Abrir el chat web
success-apps = Ahora instala una aplicación
success-apps-lead = Instala esta aplicación e inicia sesión con tu dirección y tu contraseña.
success-apps-lead-more = Instala esta aplicación u otra de la lista de abajo e inicia sesión con tu dirección y tu contraseña.
success-log-in = Iniciar sesión
success-open-app = Abrir { $app }
reset-success-heading = Se cambió tu contraseña
reset-success-lead = Inicia sesión en tus aplicaciones con la contraseña nueva. Nada más ha cambiado.

used-heading = Esta invitación ya se usó
used-lead = Si fuiste tú, tu cuenta está lista: abre tu aplicación e inicia sesión. Si no, pide un enlace nuevo a quien te invitó.
used-reset-heading = Este enlace ya se usó
used-reset-lead = Si fuiste tú, inicia sesión con tu contraseña nueva. Si no, avisa cuanto antes a la administración de { $site }.
later-heading = Esta invitación no se puede usar ahora mismo
later-lead = Podrás usarla más tarde: no se ha gastado nada. Inténtalo de nuevo mañana o pregunta a la persona que te invitó.
used-contact-heading = Esta invitación ya se usó
used-contact-lead = Si fuiste tú, ya puedes chatear: abre tu aplicación. Si no, pide un enlace nuevo a quien te invitó.
expired-heading = Este enlace ha caducado
expired-lead = Pide uno nuevo a quien te lo envió.
revoked-heading = Esta invitación ya no es válida
revoked-lead = Fue anulada. Pide una nueva a quien te la envió.
unknown-heading = No encontramos esta invitación
unknown-lead = Quizá falta una parte del enlace. Ábrelo de nuevo desde tu mensaje o cópialo entero. Si el enlace es antiguo, pide uno nuevo.
try-again = Intentar de nuevo
to-invitation = Volver a la invitación
open-my-app = Abrir mi aplicación
contact-server = Escribir a { $site }
ask-label = Mensaje para quien te envió el enlace
ask-message = El enlace de { $site } que me enviaste no funciona. ¿Me puedes enviar uno nuevo?
ask-copy = Copiar el mensaje
open-secure = Abrir la página segura
open-yourself = ¿No pasó nada? Abre tu aplicación de chat directamente.
incomplete-heading = Este enlace está incompleto
incomplete-lead = Ábrelo de nuevo desde tu mensaje o cópialo entero.
start-heading = Invita a otras personas a { $site }
start-lead = Inicia sesión con tu dirección y tu contraseña para crear invitaciones.
start-log-in = Iniciar sesión
start-log-out = Cerrar sesión
start-hello = Sesión iniciada como { $address }
start-make-heading = Nueva invitación
start-for = ¿Para quién es?
start-for-newcomer = Alguien que aún no está en { $site }
start-for-newcomer-hint = Creará una cuenta y quedará en tus contactos, y tú en los suyos.
start-for-contact = Alguien que ya tiene una cuenta XMPP
start-username = Nombre de usuario (opcional)
start-username-hint = Déjalo vacío para que la persona elija el suyo.
start-message = Mensaje (opcional)
start-message-hint = Se muestra en la página de la invitación, y la cuenta nueva lo recibe como primer mensaje.
start-note = Nota para ti
start-note-hint = Un nombre, por ejemplo. Solo la ven tú y la administración del servidor.
start-rooms = { adhoc-rooms }
start-make = Crear invitación
start-made-heading = Tu invitación está lista
start-made-lead = Envía este enlace a una sola persona. Funciona una vez.
start-made-contact-only = Por ahora no puedes invitar a más personas a crear una cuenta. Este enlace es para alguien que ya tiene una.
start-made-code = Código QR del enlace
start-link = Enlace para enviar
start-list-heading = Invitaciones sin usar
start-list-none = No tienes invitaciones sin usar.
start-list-more = Solo se muestran las más recientes.
start-list-account = Cuenta nueva
start-list-contact = Contacto nuevo
start-list-contact-account = Cuenta nueva y contacto
start-list-reset = Contraseña nueva
start-cards = Tarjetas de invitación
start-sheet-left = Quedan { $left } de { $most }
start-valid-until = Válida hasta el { $date }
start-valid-always = Sin fecha de caducidad
start-copy-this = Copiar el enlace: { $note }
start-share-this = Compartir el enlace: { $note }
start-revoke = Anular
start-revoke-this = Anular la invitación: { $note }
start-revoke-sure = El enlace dejará de funcionar.
start-revoke-yes = Anular la invitación
start-revoke-cards-sure = Las tarjetas que nadie ha usado aún dejarán de funcionar.
start-revoke-cards = Anular todas las tarjetas
start-revoked = Invitación anulada. Su enlace ya no funciona.
start-revoked-cards = { $count ->
    [one] Se anuló una tarjeta.
   *[other] Se anularon { $count } tarjetas.
}
start-sheet-heading = Imprimir tarjetas de invitación
start-sheet-lead = Para eventos: cada tarjeta es una invitación para una persona.
start-sheet-title = ¿Para qué ocasión son las tarjetas?
start-sheet-title-hint = Aparece en cada tarjeta. Por ejemplo: Fiesta de verano
start-sheet-count = Número de tarjetas
start-sheet-room = { $count ->
    [one] Ahora puedes crear una invitación más.
   *[other] Ahora puedes crear { $count } invitaciones más.
}
start-sheet-make = Crear tarjetas
start-sheet-again = Imprimir de nuevo
start-back = Volver
start-print = Imprime esta página y recorta las tarjetas. Quien tenga una tarjeta puede usarla, así que guárdalas bien.
error-login = Dirección o contraseña incorrecta.
error-login-throttled = Demasiados intentos. Inténtalo de nuevo en unos minutos.
error-logged-out = Tu sesión se cerró por inactividad. Inicia sesión de nuevo.
error-count = Elige un número del 1 al { $count }.
error-note = La nota es demasiado larga o contiene caracteres que no se pueden mostrar. Usa { $count } caracteres como máximo.
error-message = El mensaje es demasiado largo o contiene caracteres que no se pueden mostrar. Usa { $count } caracteres como máximo.
error-title = Es demasiado largo o contiene caracteres que no se pueden mostrar. Usa { $count } caracteres como máximo.
error-lifetime = Tus invitaciones no pueden ser válidas tanto tiempo. Elige una duración más corta.
error-rooms = Una de estas salas no es posible. Elige de nuevo.
error-no-cards = No quedan tarjetas para imprimir.
error-failed = Algo salió mal. Inténtalo de nuevo en unos minutos.
error-not-revocable = Esta invitación ya no se puede anular.
error-not-allowed = Aquí no puedes crear este tipo de invitación.
error-quota-pending = Tienes demasiadas invitaciones sin usar. Anula algunas o espera a que se usen.
error-quota-daily = Has llegado a tu límite de hoy. Inténtalo de nuevo mañana.

card-heading = Tienes una invitación a { $site }
card-chat = Chatea con nosotros en { $site }
card-lead = Escanea el código con la cámara del teléfono o escribe esta dirección en un navegador:
card-lead-app = Escanea el código con la cámara del teléfono o abre este enlace en una aplicación XMPP:
card-expires = Válida hasta el { $date }, para una persona.
card-always = Para una persona.

contact-only-heading = Para esta invitación necesitas una cuenta
contact-only-lead = Esta invitación te pone en contacto con alguien, pero no crea una cuenta. Abre de nuevo el enlace de tu mensaje para ver qué puedes hacer.
not-encrypted-heading = Esta conexión no es segura
not-encrypted-lead = Otras personas podrían leer tu contraseña. Abre el enlace con https:// al principio o avisa a la administración de { $site }.
bad-request-heading = No funcionó
bad-request-lead = No se cambió nada. Vuelve atrás e inténtalo de nuevo.
app-unknown-heading = Esta aplicación no se ofrece aquí
app-unknown-lead = Vuelve a tu invitación y elige otra aplicación.
throttled-heading = Espera un momento
throttled-lead = Desde tu red se abrieron demasiados enlaces que no son válidos. Inténtalo de nuevo en unos minutos.
elsewhere-heading = Esto no se puede hacer aquí
elsewhere-lead = Las cuentas de { $host } se gestionan en otro lugar, así que ninguna invitación puede crear una cuenta ni una contraseña. Pregunta a la administración del servidor.
busy-heading = { throttled-heading }
busy-lead = El servidor está muy ocupado en este momento. Inténtalo de nuevo en un minuto.
failed-heading = Algo salió mal
failed-lead = El problema es nuestro, no tuyo. Inténtalo de nuevo en unos minutos.

footer-terms = Condiciones
footer-privacy = Privacidad
footer-imprint = Aviso legal
footer-contact = Contacto

app-conversations = Chat y llamadas, fácil de usar. Gratis en { -f-droid }, de pago en Google Play.
app-cheogram = Basada en Conversations, con extras como llamadas a teléfonos. Gratis en { -f-droid }, de pago en Google Play.
app-yaxim = Una aplicación pequeña y ligera que también funciona en teléfonos antiguos.
app-monocles-chat = Basada en Conversations, con más ajustes. Gratis en { -f-droid }, de pago en Google Play.
app-monal = Chat y llamadas para iPhone, iPad y Mac.
app-siskin-im = Una aplicación ligera para iPhone y iPad.
app-beagle-im = Una aplicación ligera para Mac, de los creadores de Siskin.
app-dino = Clara y sencilla, para Linux.
app-gajim = Muchas funciones, para Windows, Linux y Mac.
app-kaidan = Agradable y moderna, para Linux en PC y teléfonos.
app-psi = Muchos ajustes, para usuarios con experiencia. Psi+ es la versión con las últimas novedades.
app-converse-js = Chat en tu navegador. No hay que instalar nada.
app-movim = Chat y noticias en tu navegador. Le das tu contraseña al sitio web que elijas allí, así que elige uno en el que confíes.
app-renga = Para PC con Haiku.

refusal-no-token = No se indicó ningún código de invitación
refusal-token-missing = Falta el código de invitación
refusal-token-invalid = Este código de invitación no es válido o ha caducado
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = En este servidor solo es posible registrarse con una invitación
refusal-password-unusable = Esta contraseña no se puede usar
refusal-invite-in-use = Alguien está usando esta invitación en este momento. Inténtalo más tarde
refusal-username-invalid = Este nombre de usuario no es válido
refusal-jid-invalid = Esta dirección no es válida
refusal-username-too-long = Este nombre de usuario es demasiado largo
refusal-username-mismatch = Esta invitación es para otro nombre de usuario
refusal-username-reserved = Este nombre de usuario está reservado
refusal-managed-elsewhere = Las cuentas de este servidor se gestionan en otro lugar
refusal-account-exists = Este nombre de usuario ya está en uso
refusal-account-not-found = Esta cuenta no existe
refusal-data-invalid = La invitación contiene datos que no se pueden guardar
refusal-room-refused = Una de estas salas no existe, o no puedes dejar entrar a otros
refusal-form-invalid = Este formulario no se puede leer
refusal-text-too-long = Este texto es demasiado largo
refusal-text-unclean = Este texto contiene caracteres que no se pueden mostrar
refusal-ttl-invalid = Una invitación no puede ser válida tanto tiempo
refusal-uses-invalid = Una invitación no se puede usar tantas veces
refusal-ttl-too-long = Tus invitaciones no pueden ser válidas tanto tiempo
refusal-contact-ttl-too-long = Una invitación de contacto no puede ser válida tanto tiempo
refusal-uses-too-many = Tus invitaciones no se pueden usar tantas veces
refusal-quota-pending = Tienes demasiadas invitaciones sin usar
refusal-quota-daily = Has llegado a tu límite diario de invitaciones
refusal-inviter-new = Esta invitación todavía no se puede usar. Inténtalo más tarde
refusal-tree-full = Esta invitación no se puede usar ahora mismo. Inténtalo más tarde
refusal-not-allowed = No puedes crear este tipo de invitación
refusal-reference-ambiguous = Esto corresponde a más de una invitación
refusal-throttled = Demasiadas invitaciones que no son válidas. Inténtalo más tarde
refusal-ask = No se pudo comprobar tu cuenta. Inténtalo más tarde
refusal-busy = El servidor está muy ocupado en este momento. Inténtalo de nuevo en un minuto
refusal-internal-server-error = Las invitaciones no funcionan en este momento. Inténtalo más tarde

adhoc-refusal-token-invalid = Esta invitación no existe
adhoc-refusal-token-expired = La invitación ha caducado
adhoc-refusal-token-used = La invitación ya se usó
adhoc-refusal-token-revoked = La invitación fue anulada
adhoc-refusal-invite-damaged = La invitación está dañada en la base de datos
adhoc-refusal-inviter-new = Tu cuenta es demasiado nueva para que otras personas se registren. Inténtalo más tarde.
adhoc-refusal-tree-full = Muchas personas se han unido con tus invitaciones últimamente. Inténtalo más tarde.
adhoc-forbidden = No puedes usar este comando
adhoc-unavailable = Esto no está disponible para ti
adhoc-no-action = Este comando no admite esa acción
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = obligatorio
adhoc-value-address = no es una dirección válida
adhoc-value-boolean = debe ser sí o no
adhoc-value-choice = no es una de las opciones
adhoc-value-long = demasiado largo
adhoc-value-unclean = contiene caracteres que no se pueden mostrar
adhoc-whole-address = Escribe una dirección completa, como { $address }

adhoc-created = Tu invitación está lista
adhoc-contact-only = Por ahora no puedes invitar a más personas a crear una cuenta. Esta invitación es para alguien que ya tiene una.
adhoc-link = Enlace para quien ya tiene una aplicación XMPP
adhoc-page = Enlace para compartir
adhoc-valid-until = Válida hasta
adhoc-expire = Fecha y hora exactas de caducidad
adhoc-note-later = Para anotar para quién es, abre «{ $command }»

adhoc-account-title = Crear una invitación para una cuenta nueva
adhoc-account-lead = Crea un enlace con el que alguien puede crear una cuenta en { $host }.
adhoc-no-registration = El registro está desactivado en { $host }, así que una invitación no funcionaría. Pregunta a la administración del servidor
adhoc-username = Nombre de usuario
adhoc-username-hint = Déjalo vacío para que lo elija la otra persona
adhoc-befriend = Agregar la cuenta nueva a mis contactos, y viceversa
adhoc-lifetime = Duración de la invitación
adhoc-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
adhoc-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
adhoc-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
adhoc-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
adhoc-without-end = no caduca
adhoc-most-uses = Número de cuentas que permite crear
adhoc-role = Rol de la cuenta nueva
adhoc-role-usual = Predeterminado
adhoc-role-registered = Cuenta registrada
adhoc-role-member = Miembro
adhoc-role-admin = Admin
adhoc-role-operator = Operador, puede hacer de todo en el servidor entero
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Grupos de la cuenta nueva
adhoc-options-cut = Solo aparecen los primeros { $count }. Quien administra el servidor puede asignar los demás en la línea de comandos.
adhoc-note = Nota
adhoc-note-hint = Por ejemplo, un nombre. Se muestra en la lista de tus invitaciones
adhoc-message = Mensaje
adhoc-message-hint = Se muestra en la página de la invitación y llega a la cuenta nueva como primer mensaje

adhoc-contact-title = Crear una invitación de contacto con un mensaje
adhoc-contact-lead = Crea un enlace con el que alguien que ya tiene una cuenta pasa a ser tu contacto.
adhoc-invitee = Solo para esta dirección
adhoc-invitee-hint = Déjalo vacío si puede usarla cualquiera que tenga el enlace
adhoc-contact-message-hint = Se muestra en la página de la invitación
adhoc-rooms = Salas a las que se une
adhoc-other-rooms = Otras salas
adhoc-other-rooms-hint = Direcciones de salas, separadas por espacios

adhoc-reset-title = Crear un enlace para cambiar una contraseña
adhoc-reset-lead = Crea un enlace con el que la persona dueña de esta cuenta puede elegir una contraseña nueva.
adhoc-reset-address = Dirección de la cuenta
adhoc-account-here = La cuenta tiene que ser de { $host }
adhoc-higher-role = Esta cuenta tiene un rol superior al tuyo

adhoc-own-title = Mis invitaciones
adhoc-all-title = Gestionar todas las invitaciones
adhoc-all-lead = ¿Qué invitaciones quieres ver?
adhoc-list-title = Todas las invitaciones
adhoc-invites = Invitaciones
adhoc-which-usable = Activas
adhoc-which-pending = Activas, solo para cuentas y contraseñas
adhoc-which-used = Usadas
adhoc-which-all = Todas, también anuladas y caducadas
adhoc-user = Solo invitaciones creadas por
adhoc-choose-lead = Elige una invitación y una acción.
adhoc-invite = Invitación
adhoc-verb = Acción
adhoc-verb-show = Mostrar los detalles y el enlace
adhoc-verb-extend = Cambiar la validez
adhoc-verb-label = Editar la nota
adhoc-verb-revoke = Anular (su enlace deja de funcionar)
adhoc-more-invites = … (más)
adhoc-all-of-them = … (mostrar todas, también usadas y caducadas)
adhoc-no-such-invites = No se encontraron invitaciones
adhoc-no-more-invites = No hay más invitaciones

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = cuenta
adhoc-purpose-account-named = cuenta { $address }
adhoc-purpose-contact = contacto
adhoc-purpose-contact-account = cuenta y contacto
adhoc-purpose-reset = contraseña nueva para { $address }
adhoc-state-usable = activa
adhoc-state-until = válida hasta el { $date }
adhoc-state-claimed = en uso en este momento
adhoc-state-redeemed = agotada
adhoc-state-revoked = anulada
adhoc-state-expired = caducada
adhoc-used = { $count ->
    [0] aún sin usar
    [one] usada una vez
   *[other] usada { $count } veces
}
adhoc-used-of = usada { $count } de { $most } veces
adhoc-made-by = creada por { $creator }

adhoc-invite-title = Invitación { $id }
adhoc-purpose = Finalidad
adhoc-state = Estado
adhoc-uses = Usos
adhoc-maker = Creada por
adhoc-created-at = Creada el
adhoc-id = Identificador
adhoc-link-left-out = El enlace no se muestra porque esta invitación concede más de lo que tú puedes conceder
adhoc-valid-for = Válida durante
adhoc-extend-lead = A partir de ahora.
adhoc-extend-gives-more = No puedes prolongar una invitación que concede más de lo que tú puedes conceder
adhoc-extend-admins = Solo la administración del servidor puede prolongar esta invitación
adhoc-extended = Ahora la invitación es válida hasta el { $date }
adhoc-extended-endless = Ahora la invitación no caduca
adhoc-label-lead = La ven la administración del servidor y quien creó la invitación. Déjala vacía para quitar la nota.
adhoc-labelled = Nota guardada
adhoc-label-removed = Nota eliminada
adhoc-revoked = Invitación anulada

notice-joined = { $address } creó una cuenta con tu invitación.
notice-joined-note = { $address } creó una cuenta con tu invitación ({ $note }).
notice-tree-full = Por ahora nadie más puede unirse a partir de { $address }: ya se han unido tantas personas como permite el límite de este servidor. El comando «tree» muestra quién invitó a quién.
notice-tree-deep = Por ahora nadie puede unirse a partir de las últimas cuentas que proceden de { $address }: ya se han unido tantas generaciones como permite el límite de este servidor. El comando «tree» muestra quién invitó a quién.
