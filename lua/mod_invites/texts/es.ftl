# Lo que dicen las páginas de invitación; véase en.ftl.
language-name = Español
languages = Idiomas

account-heading = Te invitan a { $site }
account-heading-inviter = { $inviter } te invita a { $site }
account-lead = Con esta invitación recibes allí tu propia cuenta para chatear. Tardas tres minutos.
contact-heading = { $inviter } quiere chatear contigo
contact-lead = { $inviter } es { $address }. Puedes usar cualquier aplicación y cualquier proveedor de XMPP.
contact-account-lead = Con esta invitación os hacéis contactos. Si aún no tienes cuenta, recibes una en { $site }.
reset-heading = Una contraseña nueva para { $address }
reset-lead = Con este enlace eliges una contraseña nueva. Si no la has pedido, cierra esta página: nada ha cambiado.
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
expires-hours = { $count ->
    [one] Este enlace vale una hora más.
   *[other] Este enlace vale { $count } horas más.
}

setup-heading = Con { $app }, paso a paso
download = Obtener la aplicación
step-install = Instalar { $app }
step-visit = Abrir { $app }
step-come-back = Cuando esté hecho, vuelve a esta página. El enlace de tu mensaje te trae de nuevo aquí.
step-press = Volver y pulsar aquí
step-then = Después
step-register = Elige un nombre y una contraseña. Guarda los dos: los necesitas enseguida.
step-open-account = { $app } se abre y muestra tu invitación. Elige allí un nombre y una contraseña.
step-open-contact = { $app } se abre y pregunta si añadir a { $inviter }. Si no tienes cuenta, crea una antes.
step-open-contact-account = { $app } se abre, muestra tu invitación y añade a { $inviter } por ti.
step-open-reset = { $app } se abre. Elige allí la contraseña nueva.
step-add-contact = Añade { $address } a tus contactos en { $app }.
step-log-in = Inicia sesión en { $app } con la dirección y la contraseña que has elegido.
step-other-app = { $app } no sabe abrir invitaciones. Crea primero tu cuenta con otra aplicación y después inicia sesión en { $app } con la dirección y la contraseña.
trouble = ¿No pasa nada? Copia este enlace y pégalo en { $app }.
back = Elegir otra aplicación

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
app-unknown-heading = No conocemos esta aplicación
app-unknown-lead = Abre otra vez tu invitación y elige otra.
throttled-heading = Espera un poco
throttled-lead = Desde tu red se han abierto demasiados enlaces que no funcionan. Prueba otra vez en unos minutos.
failed-heading = Ahora mismo no funciona
failed-lead = Es culpa nuestra, y tu invitación no se ha perdido. Prueba otra vez en unos minutos.

footer-terms = Condiciones
footer-privacy = Privacidad
footer-imprint = Aviso legal
footer-contact = Contacto
