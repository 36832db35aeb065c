# Lo que dicen las páginas de invitación; véase en.ftl.
language-name = Español
languages = Idiomas
invited-by = Invitación de { $inviter }

account-heading = Te invitan a { $site }
account-heading-inviter = { $inviter } te invita a { $site }
account-lead = Con esta invitación recibes allí tu propia cuenta para chatear. Tardas tres minutos.
contact-heading = { $inviter } quiere chatear contigo
contact-lead = { $inviter } es { $address }. Puedes usar cualquier aplicación y cualquier proveedor de XMPP.
contact-account-lead = Con esta invitación os hacéis contactos. Si aún no tienes cuenta, recibes una en { $site }.
reset-heading = Elige una contraseña nueva
reset-lead = Con este enlace puedes elegir una contraseña nueva para { $address }. Si no la pediste, cierra esta página: nada ha cambiado.
bound = Tu dirección será { $address }.

have-account-heading = Tengo una cuenta
have-app-heading = ¿Ya tienes una aplicación?
open-account = Abrir la invitación en mi aplicación
open-account-lead = Si en este dispositivo hay una aplicación de chat para XMPP, puede abrir la invitación ahora.
open-contact = Añadir a { $inviter }
open-contact-lead = Pulsa aquí y tu aplicación añade a { $inviter } a tus contactos.
open-contact-account-lead = Pulsa aquí y tu aplicación añade a { $inviter } a tus contactos.
open-reset = Abrir el enlace en mi aplicación
open-reset-lead = Algunas aplicaciones pueden cambiar la contraseña ellas mismas.

apps-heading = Elige una aplicación
apps-heading-contact = Necesito una cuenta
apps-heading-contact-account = Necesito una cuenta
apps-heading-reset = Con una aplicación
apps-lead = Para chatear hace falta una aplicación. Pulsa una para ver los pasos.
apps-lead-contact = Elige una aplicación. Te ayuda a crear una cuenta en el proveedor que quieras. Después vuelve aquí.
other-apps = Otras aplicaciones
no-apps = Busca una aplicación de chat para XMPP en la tienda de tu dispositivo y después vuelve a esta página.
browser-lead = O sin aplicación, aquí mismo:
browser-account = Crear mi cuenta en este navegador
browser-reset = Elegir una contraseña nueva

phone-heading = ¿Mejor en el móvil?
phone-lead = Apunta con su cámara a este cuadrado. Allí se abre esta página.
code = El enlace a esta página como código QR
link-label = El enlace a esta página
copy = Copiar
copied = Copiado

expires-days = { $count ->
    [one] Este enlace vale un día más.
   *[other] Este enlace vale { $count } días más.
}
expires-soon = Este enlace vale menos de un minuto más.
expires-hours = { $count ->
    [one] Este enlace vale una hora más.
   *[other] Este enlace vale { $count } horas más.
}
expires-minutes = { $count ->
    [one] Este enlace vale un minuto más.
   *[other] Este enlace vale { $count } minutos más.
}

setup-heading = Con { $app }, paso a paso
download = Obtener la aplicación
step-install = Instalar { $app }
step-visit = Abrir { $app }
step-come-back = Después vuelve a esta página. Si la pierdes, abre el enlace del mensaje y elige de nuevo { $app }.
step-press = Volver y pulsar aquí
step-then = Después
step-register = Elige un nombre y una contraseña. Guarda los dos: los necesitas enseguida.
step-open-account = { $app } se abre y muestra tu invitación. Elige allí un nombre y una contraseña.
step-open-contact = { $app } se abre y pregunta si añadir a { $inviter }. Si no tienes cuenta, crea una antes.
step-open-contact-account = { $app } se abre, muestra tu invitación y añade a { $inviter } por ti.
step-open-reset = { $app } se abre. Elige allí la contraseña nueva.
step-add-contact = Si no tienes cuenta, crea una antes. Añade { $address } a tus contactos en { $app }.
step-log-in = Inicia sesión en { $app } con la dirección y la contraseña que has elegido.
step-other-app = { $app } no sabe abrir invitaciones. Crea primero tu cuenta con otra aplicación y después inicia sesión en { $app } con la dirección y la contraseña.
trouble = ¿No pasa nada? Copia este enlace y pégalo en { $app }.
back = Elegir otra aplicación

register-heading = Tu cuenta en { $site }
register-lead = Elige un nombre y una contraseña. Eso es todo.
register-lead-bound = Elige una contraseña. Eso es todo.
register-lead-contact = Elige un nombre y una contraseña. Después, { $inviter } y tú seréis contactos.
register-submit = Crear mi cuenta
reset-form-lead = Elige una contraseña nueva. Todas tus aplicaciones te la pedirán.
reset-submit = Guardar la contraseña
field-username = Nombre
field-username-hint = Es parte de tu dirección. Las letras minúsculas, las cifras, los puntos y los guiones valen en todas partes.
field-address = Tu dirección
field-password = Contraseña
field-new-password = Contraseña nueva
field-password-hint = Nadie puede enviártela otra vez: apúntala o deja que tu navegador la guarde.
field-password-length = { $count ->
    [one] Al menos un carácter.
   *[other] Al menos { $count } caracteres.
}
username-free = Este nombre de usuario está disponible.
username-suggestions = ¿Qué tal uno de estos?
password-weak = Fácil de adivinar. Unas cuantas palabras al azar serían más seguras.
password-fair = Puede ser más segura. Añade otra palabra.
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
extra-optional = Puedes dejarlo vacío.
extra-required = Hay que rellenarlo.
show = Mostrar
hide = Ocultar
error-username-empty = Elige un nombre.
error-username-invalid = Este nombre tiene un carácter que no vale en una dirección, como un espacio o @.
error-username-long = Este nombre es demasiado largo. Elige uno más corto.
error-username-taken = Otra persona ya tiene este nombre. Prueba con otro.
error-password-empty = Elige una contraseña.
error-password-short = { $count ->
    [one] Es demasiado corta. Necesita al menos un carácter.
   *[other] Es demasiado corta. Necesita al menos { $count } caracteres.
}
error-password-username = La contraseña no debe contener tu nombre.
error-password-long = Es demasiado larga. Bastan unas palabras.
error-password-control = Tiene un carácter que no se ve, como un tabulador o un salto de línea. Escribe tú la contraseña, o cópiala sin ese carácter.
error-password-characters = Tiene un carácter que las aplicaciones de chat no pueden enviar. Usa letras, números, espacios y signos como ! o -.
error-extra-missing = Rellena también esto.
error-extra-long = Es demasiado largo.
error-extra-invalid = Esto no vale aquí. Compruébalo y prueba otra vez.
error-extra-email = No es una dirección de correo como name@example.com.
error-in-use = Alguien está usando esta invitación en este momento. Pulsa otra vez dentro de un minuto.
error-form-too-old = Esta página ha estado abierta demasiado tiempo, o tu navegador no guarda cookies. Escribe tu contraseña y pulsa otra vez.
error-no-cookies = Tu navegador no guarda cookies de esta página, y sin ellas el formulario no funciona. Permite las cookies de { $host } o abre el enlace en otro navegador.
success-heading = Te damos la bienvenida a { $site }
success-lead = Tu cuenta está lista.
success-keep = Inicias sesión con esta dirección y tu contraseña, en todos tus dispositivos.
success-contact = { $inviter } ya está entre tus contactos.
success-save = Guarda tu contraseña ahora, en el navegador o en papel. No podemos enviártela.
success-webchat = Empieza aquí mismo
success-webchat-lead = Chatea en este navegador, sin instalar nada.
success-webchat-open = Abrir el chat web
success-apps = Ahora busca una aplicación
success-apps-lead = Instala una de estas e inicia sesión con tu dirección y tu contraseña.
success-log-in = Iniciar sesión
success-open-app = Abrir { $app }
reset-success-heading = Tu contraseña nueva está guardada
reset-success-lead = Inicia sesión con ella en tu aplicación. Tus contactos y mensajes están como antes.

used-heading = Esta invitación ya se ha usado
used-lead = ¿Has sido tú? Entonces tienes una cuenta: abre tu aplicación e inicia sesión. Si no, pide un enlace nuevo a quien te lo envió.
used-reset-heading = Este enlace ya se ha usado
used-reset-lead = ¿Has sido tú? Entonces inicia sesión con tu contraseña nueva. Si no, pide un enlace nuevo y avisa a quien lleva { $site }.
used-contact-heading = Esta invitación ya se ha usado
used-contact-lead = ¿Has sido tú? Entonces ya sois contactos: abre tu aplicación. Si no, pide un enlace nuevo a quien te lo envió.
expired-heading = Este enlace es demasiado viejo
expired-lead = Pide uno nuevo a quien te lo envió.
revoked-heading = Esta invitación se ha retirado
revoked-lead = Pide una nueva a quien te la envió.
unknown-heading = No conocemos esta invitación
unknown-lead = Quizá se perdió una parte del enlace. Ábrelo otra vez desde tu mensaje, o cópialo entero. Las invitaciones muy viejas se olvidan.
incomplete-heading = Este enlace está incompleto
incomplete-lead = Ábrelo otra vez desde tu mensaje, o cópialo entero.
start-heading = Invita a otras personas a { $site }
start-lead = Inicia sesión con tu dirección y tu contraseña, y crea aquí una invitación.
start-log-in = Iniciar sesión
start-log-out = Cerrar sesión
start-hello = Has iniciado sesión como { $address }.
start-make-heading = Una invitación nueva
start-for = ¿Para quién es?
start-for-newcomer = Alguien que necesita una cuenta en { $site }
start-for-newcomer-hint = Os hacéis contactos en cuanto la haya creado.
start-for-contact = Alguien que ya tiene una cuenta en algún sitio
start-note = Nota para ti
start-note-hint = Un nombre, por ejemplo. Solo la veis tú y quienes llevan el servidor.
start-make = Crear la invitación
start-made-heading = Tu invitación está lista
start-made-lead = Envía este enlace solo a la persona para la que es. Funciona una vez.
start-made-contact-only = Ya has creado todas las invitaciones para cuentas nuevas que puedes crear por ahora. Esta es para alguien que ya tiene una cuenta.
start-made-code = El enlace como código QR
start-link = El enlace que hay que enviar
start-list-heading = Tus invitaciones que aún no se han usado
start-list-none = No hay ninguna.
start-list-more = Solo se muestran las más recientes.
start-list-account = Para una cuenta
start-list-contact = Para un contacto
start-list-contact-account = Para una cuenta y un contacto
start-list-reset = Para una contraseña nueva
start-valid-until = Vale hasta el { $date }
start-valid-always = Vale sin límite
start-revoke = Retirar
start-revoke-this = Retirar la invitación { $note }
start-revoked = La invitación se ha retirado.
start-sheet-heading = Tarjetas para imprimir
start-sheet-lead = Para un evento: cada tarjeta tiene su propia invitación, para una sola persona.
start-sheet-count = Cuántas tarjetas
start-sheet-make = Crear las tarjetas
start-back = Volver
start-print = Imprime esta página y después recorta las tarjetas. Quien tenga una tarjeta puede usarla: guárdalas bien.
error-login = Esta dirección o esta contraseña no es correcta.
error-login-throttled = Ha habido demasiados intentos. Prueba otra vez en unos minutos.
error-logged-out = Tu sesión se ha cerrado, porque durante un rato no ha pasado nada. Iníciala otra vez.
error-count = Elige un número del 1 al { $count }.
error-note = La nota es demasiado larga o tiene caracteres que no se pueden mostrar. Usa como máximo { $count } letras.
error-failed = No ha funcionado. Inténtalo de nuevo en unos minutos.
error-not-revocable = Esta invitación ya no se puede retirar.
error-not-allowed = Aquí no puedes crear una invitación así.
error-quota-pending = Demasiadas de tus invitaciones aún no se han usado. Retira algunas, o espera a que se usen.
error-quota-daily = Hoy ya has creado todas las invitaciones que puedes crear. Prueba otra vez mañana.

card-heading = Te invitan a { $site }
card-lead = Apunta con la cámara de tu móvil al cuadrado, o escribe esto en un navegador:
card-expires = Vale hasta el { $date }, para una persona.
card-always = Para una persona.

contact-only-heading = Esta invitación no crea ninguna cuenta
contact-only-lead = Es para quienes ya tienen una. Ábrela otra vez desde tu mensaje para ver qué puede hacer.
not-encrypted-heading = Esta página no es segura aquí
not-encrypted-lead = Una contraseña no debe viajar sin cifrar. Abre el enlace con https delante, o pregunta a quien lleva { $site }.
bad-request-heading = Tu navegador ha enviado algo extraño
bad-request-lead = No ha pasado nada. Vuelve atrás y prueba otra vez.
app-unknown-heading = No conocemos esta aplicación
app-unknown-lead = Abre otra vez tu invitación y elige otra.
throttled-heading = Espera un poco
throttled-lead = Desde tu red se han abierto demasiados enlaces que no funcionan. Prueba otra vez en unos minutos.
elsewhere-heading = Esto no se puede hacer aquí
elsewhere-lead = Las cuentas de { $host } se gestionan en otro lugar, así que ninguna invitación puede crear una ni poner una contraseña. Pregunta a quienes llevan este servidor.
failed-heading = Ahora mismo no funciona
failed-lead = Es culpa nuestra, y tu invitación no se ha perdido. Prueba otra vez en unos minutos.

footer-terms = Condiciones
footer-privacy = Privacidad
footer-imprint = Aviso legal
footer-contact = Contacto

app-conversations = Chat y llamadas para Android. Fácil para empezar, y gasta poca batería.
app-cheogram = Para Android: pariente de Conversations, que además puede llegar a la red telefónica.
app-yaxim = Una aplicación pequeña para Android, que también funciona en teléfonos viejos.
app-monal = Chat y llamadas para iPhone, iPad y Mac.
app-siskin-im = Una aplicación ligera para iPhone y iPad.
app-beagle-im = Una aplicación ligera para Mac, de los autores de Siskin.
app-dino = Clara y sencilla, para ordenadores con Linux.
app-gajim = Para el ordenador, con todo lo que alguna vez se pueda querer ajustar.
app-kaidan = Para Linux en ordenadores y teléfonos, hecha dentro de KDE.
app-psi = Para el ordenador y para gente con experiencia; Psi+ es la misma con las novedades.
app-converse-js = Chat en el navegador, sin instalar nada.
app-movim = Chat y noticias en el navegador. El sitio que elijas allí inicia sesión por ti, así que elige uno en el que confíes.
app-renga = Para ordenadores con Haiku.

refusal-no-token = No se ha dado ningún código de invitación
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
refusal-invite-in-use = Alguien está usando esta invitación, prueba otra vez más tarde
refusal-username-invalid = Este nombre de usuario no es válido
refusal-username-too-long = Este nombre de usuario es demasiado largo
refusal-username-mismatch = Esta invitación es para otro nombre de usuario
refusal-username-reserved = Este nombre de usuario está reservado
refusal-managed-elsewhere = Las cuentas de este servidor se gestionan en otro lugar
refusal-account-exists = Este nombre de usuario ya existe
refusal-account-not-found = No existe esa cuenta
refusal-data-invalid = Los datos de la invitación no se pueden guardar
refusal-form-invalid = No se puede leer este formulario
refusal-text-too-long = Este texto es demasiado largo
refusal-text-unclean = Este texto tiene caracteres que no se pueden mostrar
refusal-ttl-invalid = La invitación no puede valer tanto tiempo
refusal-uses-invalid = La invitación no se puede usar tantas veces
refusal-ttl-too-long = Tus invitaciones no pueden valer tanto tiempo
refusal-uses-too-many = Tus invitaciones no se pueden usar tantas veces
refusal-quota-pending = Demasiadas de tus invitaciones aún no se han usado
refusal-quota-daily = Hoy has creado demasiadas invitaciones
refusal-not-allowed = No puedes crear una invitación así
refusal-reference-ambiguous = Esto corresponde a más de una invitación
refusal-throttled = Demasiadas invitaciones que no funcionan, prueba otra vez más tarde
refusal-ask = No se ha podido buscar la cuenta
refusal-internal-server-error = Las invitaciones no funcionan ahora, prueba otra vez más tarde

adhoc-refusal-token-invalid = No existe esa invitación
adhoc-refusal-token-expired = La invitación ha caducado
adhoc-refusal-token-used = La invitación ya se ha usado
adhoc-refusal-token-revoked = La invitación se ha retirado
adhoc-refusal-invite-damaged = La fila de esta invitación en la base de datos está dañada
adhoc-forbidden = No puedes usar este comando
adhoc-unavailable = Este elemento no está disponible para ti
adhoc-no-action = Este comando no tiene esa acción
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = hay que rellenarlo
adhoc-value-address = esto no es una dirección
adhoc-value-boolean = esto no es ni sí ni no
adhoc-value-choice = esto no es ninguna de las opciones
adhoc-value-long = es demasiado largo
adhoc-value-unclean = tiene caracteres que no se pueden mostrar
adhoc-whole-address = Escribe una dirección entera, como { $address }

adhoc-created = Tu invitación se ha creado
adhoc-contact-only = Ya has creado todas las invitaciones para cuentas nuevas que puedes crear por ahora. Esta es para alguien que ya tiene una cuenta en algún sitio.
adhoc-link = Enlace de invitación
adhoc-page = Página web para compartir
adhoc-valid-until = Vale hasta

adhoc-account-title = Crear una invitación para una cuenta nueva
adhoc-account-lead = Crea un enlace con el que alguien puede hacerse una cuenta en { $host }.
adhoc-no-registration = Nadie puede registrarse en { $host }, así que una invitación no serviría de nada. Quienes llevan el servidor pueden cambiarlo
adhoc-username = Nombre de usuario
adhoc-username-hint = Déjalo vacío para que lo elija la otra persona
adhoc-befriend = La cuenta nueva y yo nos hacemos contactos
adhoc-lifetime = Cuánto tiempo vale la invitación
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
adhoc-without-end = sin límite
adhoc-most-uses = Cuántas cuentas se pueden crear con ella
adhoc-role = Rol de la cuenta nueva
adhoc-role-usual = Como toda cuenta nueva
adhoc-groups = Grupos de la cuenta nueva
adhoc-note = Nota
adhoc-note-hint = Para quién es: se muestra en la lista de tus invitaciones

adhoc-reset-title = Crear una invitación para una contraseña nueva
adhoc-reset-lead = Crea un enlace con el que la persona que tiene esta cuenta puede elegir una contraseña nueva.
adhoc-reset-address = Dirección de la cuenta
adhoc-account-here = Tiene que ser una cuenta de { $host }
adhoc-higher-role = Esta cuenta tiene un rol más alto que el tuyo

adhoc-own-title = Mis invitaciones
adhoc-all-title = Gestionar todas las invitaciones
adhoc-all-lead = ¿Qué invitaciones quieres ver?
adhoc-list-title = Todas las invitaciones
adhoc-invites = Invitaciones
adhoc-which-usable = que se pueden usar
adhoc-which-pending = que se pueden usar para crear una cuenta o elegir una contraseña
adhoc-which-used = que se han usado
adhoc-which-all = todas, también las retiradas y las caducadas
adhoc-user = Solo las que creó este usuario
adhoc-choose-lead = Elige una invitación y qué hacer con ella.
adhoc-invite = Invitación
adhoc-verb = Qué hacer
adhoc-verb-show = Mostrarla, con su enlace
adhoc-verb-extend = Hacer que valga más o menos tiempo
adhoc-verb-label = Escribir una nota en ella
adhoc-verb-revoke = Retirarla: su enlace deja de funcionar
adhoc-more-invites = … (más invitaciones)
adhoc-all-of-them = … (todas, también las que se usaron o se acabaron)
adhoc-no-such-invites = No hay invitaciones así
adhoc-no-more-invites = No hay más invitaciones

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = cuenta
adhoc-purpose-account-named = cuenta { $address }
adhoc-purpose-contact = contacto
adhoc-purpose-contact-account = cuenta y contacto
adhoc-purpose-reset = contraseña nueva para { $address }
adhoc-state-usable = se puede usar
adhoc-state-until = hasta el { $date }
adhoc-state-claimed = se está usando ahora
adhoc-state-redeemed = agotada
adhoc-state-revoked = retirada
adhoc-state-expired = caducada
adhoc-used = { $count ->
    [one] usada una vez
   *[other] usada { $count } veces
}
adhoc-used-of = usada { $count } de { $most } veces
adhoc-made-by = de { $creator }

adhoc-invite-title = Invitación { $id }
adhoc-purpose = Para qué es
adhoc-state = Estado
adhoc-uses = Usos
adhoc-maker = Creada por
adhoc-created-at = Creada el
adhoc-id = Nombre corto en listas y registros
adhoc-link-left-out = El enlace no se muestra, porque la invitación da más de lo que tú puedes dar
adhoc-valid-for = Vale durante
adhoc-extend-lead = Contado desde ahora.
adhoc-extend-gives-more = No puedes prolongar una invitación que da más de lo que tú puedes dar
adhoc-extend-admins = Solo quien administra el servidor puede hacer que esta invitación valga más tiempo
adhoc-extended = Se ha cambiado hasta cuándo vale la invitación
adhoc-label-lead = Pueden verla quien creó la invitación y quienes administran el servidor. Déjala vacía para quitarla.
adhoc-labelled = La nota está escrita
adhoc-label-removed = La nota se ha quitado
adhoc-revoked = La invitación se ha retirado
