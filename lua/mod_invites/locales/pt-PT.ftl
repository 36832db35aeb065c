# O que dizem as páginas de convites; ver en.ftl. Em português de Portugal: na terceira pessoa, sem tu nem você.
language-name = Português (Portugal)
languages = Idiomas
invited-by = Convite de { $inviter }

account-heading = Recebeu um convite para { $site }
account-heading-inviter = { $inviter } enviou-lhe um convite para { $site }
account-lead = Crie a sua conta e comece a conversar. Demora cerca de três minutos.
contact-heading = { $inviter } quer conversar consigo
contact-lead = Adicione { $inviter } na sua aplicação de mensagens. Serve qualquer aplicação e qualquer fornecedor que use XMPP, uma rede aberta de mensagens. O endereço é { $address }.
contact-account-lead = Aceite o convite para conversar. Ainda não tem conta? Pode criar uma em { $site }.
reset-heading = Escolha uma nova palavra-passe
reset-lead = Com esta ligação, pode definir uma nova palavra-passe para { $address }. Se não fez este pedido, feche a página: nada mudou.
bound = O seu endereço será { $address }.
rooms-lead = Salas em que vai entrar: { $rooms }

open-account = Abrir convite na aplicação
open-account-lead = Algumas aplicações XMPP abrem o convite diretamente.
open-contact = Adicionar { $inviter }
open-contact-lead = Muitas aplicações XMPP podem adicionar { $inviter } aos seus contactos diretamente.
open-contact-account-lead = { open-contact-lead }
open-reset = Abrir na aplicação
open-reset-lead = Em algumas aplicações, pode definir a nova palavra-passe diretamente.

apps-heading = Instale uma aplicação
apps-heading-contact = Preciso de uma conta
apps-heading-contact-account = Ainda não tenho conta
apps-heading-reset = Numa aplicação
apps-lead = Escolha uma aplicação e nós mostramos os passos seguintes.
apps-lead-contact = Escolha uma aplicação. Ela ajuda a criar uma conta no fornecedor que preferir. Depois, volte a esta página.
other-apps = Mais aplicações
no-apps = Procure uma aplicação de mensagens XMPP na loja do seu dispositivo e depois volte a esta página.
browser-lead = Ou crie primeiro a sua conta e escolha uma aplicação mais tarde:
browser-account = Criar a minha conta
browser-reset = Escolher nova palavra-passe

phone-heading = Prefere o telemóvel?
phone-lead = Aponte a câmara do telemóvel para este código. A página abre-se nele.
code = Código QR desta página
link-label = Ligação para esta página
copy = Copiar
copied = Copiado
share = Partilhar
print = Imprimir
moment = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }, { $time } UTC

expires-soon = Expira dentro de menos de um minuto.
expires-hours = { $count ->
    [one] Expira dentro de uma hora.
   *[other] Expira dentro de { $count } horas.
}
expires-minutes = { $count ->
    [one] Expira dentro de um minuto.
   *[other] Expira dentro de { $count } minutos.
}
expires-at = Validade: até { $date }
get-app = Instalar o { $app }
have-app = Já tenho uma aplicação
open-invitation = Abrir convite
nothing-happened = Não aconteceu nada? Copie esta ligação e cole-a na sua aplicação de mensagens.
contact-address = Endereço de { $inviter }
contact-open = Abrir só o endereço na aplicação
other-ways = Outras formas de participar
other-ways-contact = Ainda não tenho uma aplicação
other-ways-reset = Abrir esta página noutro dispositivo
in-app-browser = Está no navegador de outra aplicação, que talvez não consiga abrir convites. Abra esta página no seu próprio navegador: procure «Abrir no navegador» no menu.

setup-heading = Começar com o { $app }
setup-title = Entre em { $site } com o { $app }
progress-install = Instalar
progress-open = Abrir convite
download = Transferir
download-store = Disponível em
download-site = Transferir de
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Esta aplicação é paga no Google Play e gratuita no { -f-droid }.
step-install = Instale o { $app }
step-visit = Abra o { $app }
step-come-back = Depois, volte a esta página. Se a perder, abra a ligação da mensagem e escolha de novo { $app }.
step-brings = Instale o { $app } e abra-o. O seu convite aparece lá automaticamente.
step-other-store = Se o instalar a partir de outro sítio, volte depois a esta página.
step-press = Volte e abra o convite
step-then = Último passo
step-open-account = O { $app } abre-se com o seu convite. Crie lá a sua conta.
step-open-contact = O { $app } abre-se e pergunta se quer adicionar { $inviter }. Se ainda não tem conta, crie uma primeiro.
step-open-contact-account = O { $app } abre-se com o seu convite e adiciona { $inviter } aos seus contactos.
step-open-reset = O { $app } abre-se. Escolha lá a nova palavra-passe.
step-add-contact = Se ainda não tem conta, crie uma no { $app }. Depois, adicione { $address } aos seus contactos.
step-log-in = Inicie sessão no { $app } com o seu endereço e a sua palavra-passe.
step-other-app = O { $app } não consegue abrir esta ligação. Abra-a primeiro noutra aplicação e depois inicie sessão no { $app } com o mesmo endereço e a mesma palavra-passe.
trouble = Não aconteceu nada? Copie esta ligação e cole-a no { $app }.
back = Escolher outra aplicação

register-heading = Crie a sua conta em { $site }
register-lead = Escolha um nome de utilizador e uma palavra-passe.
register-lead-bound = Escolha uma palavra-passe.
register-lead-contact = Escolha um nome de utilizador e uma palavra-passe. Depois, já pode conversar com { $inviter }.
register-submit = Criar conta
reset-form-lead = Depois disto, todas as suas aplicações vão pedir a nova palavra-passe.
reset-submit = Guardar palavra-passe
field-username = Nome de utilizador
field-username-hint = Por exemplo, ana ou ana.silva. Use letras minúsculas, números, pontos e hífenes.
field-address = O seu endereço
field-password = Palavra-passe
field-new-password = Nova palavra-passe
field-password-hint = Guarde-a no navegador ou anote-a. Não é possível enviá-la mais tarde.
field-password-length = { $count ->
    [one] Use pelo menos um carácter.
   *[other] Use pelo menos { $count } caracteres.
}
username-free = Este nome de utilizador está disponível.
username-suggestions = Que tal um destes?
password-weak = Fácil de adivinhar. Algumas palavras ao acaso seriam mais seguras.
password-fair = Podia ser mais forte. Acrescente outra palavra.
password-good = Palavra-passe forte.
password-suggest = Sugerir palavra-passe
error-password-weak = Esta palavra-passe é fácil de adivinhar. Escolha outra ou introduza a mesma de novo para a manter.
progress-account = Conta
progress-app = Aplicação
progress-chat = Conversa
extra-nick = Alcunha
extra-name = Nome completo
extra-first = Nome próprio
extra-last = Apelido
extra-email = E-mail
extra-address = Rua e número
extra-city = Localidade
extra-state = Distrito ou região
extra-zip = Código postal
extra-phone = Número de telefone
extra-url = Página Web
extra-date = Data de nascimento
extra-optional = Opcional
extra-required = Obrigatório
show = Mostrar
hide = Ocultar
error-username-empty = Introduza um nome de utilizador.
error-username-invalid = O nome de utilizador não pode ter espaços nem símbolos como @ ou /.
error-username-long = Este nome de utilizador é demasiado longo. Escolha um mais curto.
error-username-taken = Este nome de utilizador já está a ser usado. Experimente outro.
error-password-empty = Introduza uma palavra-passe.
error-password-short = { $count ->
    [one] A palavra-passe é demasiado curta. Use pelo menos um carácter.
   *[other] A palavra-passe é demasiado curta. Use pelo menos { $count } caracteres.
}
error-password-username = A palavra-passe não pode conter o seu nome de utilizador.
error-password-long = Esta palavra-passe é demasiado longa. Bastam algumas palavras.
error-password-control = A palavra-passe tem um carácter invisível, como uma tabulação ou uma quebra de linha. Escreva-a à mão ou copie-a sem esse carácter.
error-password-characters = A palavra-passe tem um carácter que as aplicações de mensagens não conseguem enviar. Use letras, números, espaços e símbolos como ! ou -.
error-extra-missing = Preencha este campo.
error-extra-long = O texto é demasiado longo.
error-extra-invalid = Este valor não é válido. Verifique-o e tente de novo.
error-extra-email = Introduza um endereço de e-mail como nome@example.com.
error-in-use = Outra pessoa está a usar este convite neste momento. Tente de novo dentro de um minuto.
error-form-too-old = Esta página esteve aberta demasiado tempo ou o seu navegador bloqueia cookies. Introduza a palavra-passe e tente de novo.
error-no-cookies = O seu navegador não guarda os cookies desta página, e o formulário precisa deles. Permita os cookies de { $host } ou abra a ligação noutro navegador.
success-heading = Boas-vindas a { $site }!
success-lead = A sua conta está pronta.
success-keep = Use este endereço e a sua palavra-passe para iniciar sessão em todos os seus dispositivos.
success-contact = { $inviter } já está nos seus contactos.
success-save = Guarde já a palavra-passe, no navegador ou em papel. Não é possível enviá-la mais tarde.
success-webchat = Comece já a conversar
success-webchat-lead = Converse aqui mesmo, no navegador, sem instalar nada.
success-webchat-open = Abrir chat na Web
success-apps = Agora instale uma aplicação
success-apps-lead = Instale esta aplicação e depois inicie sessão com o seu endereço e a sua palavra-passe.
success-apps-lead-more = Instale esta aplicação ou outra da lista abaixo e depois inicie sessão com o seu endereço e a sua palavra-passe.
success-log-in = Iniciar sessão
success-open-app = Abrir o { $app }
reset-success-heading = A sua palavra-passe foi alterada
reset-success-lead = Inicie sessão nas suas aplicações com a nova palavra-passe. Nada mais mudou.

used-heading = Este convite já foi usado
used-lead = Se já o usou, a sua conta está pronta: abra a aplicação e inicie sessão. Se não, peça uma nova ligação a quem enviou o convite.
used-reset-heading = Esta ligação já foi usada
used-reset-lead = Se já a usou, inicie sessão com a nova palavra-passe. Se não, avise imediatamente quem administra { $site }.
later-heading = Este convite não pode ser usado agora
later-lead = Pode usá-lo mais tarde: nada foi gasto. Tente de novo amanhã ou pergunte à pessoa que o convidou.
used-contact-heading = Este convite já foi usado
used-contact-lead = Se já o usou, já pode conversar: abra a aplicação. Se não, peça uma nova ligação a quem enviou o convite.
expired-heading = Esta ligação expirou
expired-lead = Peça uma nova a quem lha enviou.
revoked-heading = Este convite já não é válido
revoked-lead = Foi cancelado. Peça um novo a quem lho enviou.
unknown-heading = Não encontrámos este convite
unknown-lead = Talvez falte uma parte da ligação. Abra-a de novo a partir da mensagem ou copie-a por inteiro. Se for antiga, peça uma nova.
try-again = Tentar de novo
to-invitation = Voltar ao convite
open-my-app = Abrir a aplicação
contact-server = Contactar { $site }
ask-label = Mensagem para quem enviou a ligação
ask-message = A ligação de { $site } que recebi não funciona. É possível enviar-me uma nova?
ask-copy = Copiar mensagem
open-secure = Abrir a página segura
open-yourself = Não aconteceu nada? Abra a sua aplicação de mensagens.
incomplete-heading = Esta ligação está incompleta
incomplete-lead = Abra-a de novo a partir da mensagem ou copie-a por inteiro.
start-heading = Convide pessoas para { $site }
start-lead = Inicie sessão com o seu endereço e a sua palavra-passe para criar convites.
start-log-in = Iniciar sessão
start-log-out = Terminar sessão
start-hello = Sessão iniciada como { $address }
start-make-heading = Novo convite
start-for = Para quem é?
start-for-newcomer = Alguém que ainda não está em { $site }
start-for-newcomer-hint = Essa pessoa cria uma conta e ficam nos contactos um do outro.
start-for-contact = Alguém que já tem uma conta XMPP
start-username = Nome de utilizador (opcional)
start-username-hint = Deixe em branco para que a pessoa escolha.
start-message = Mensagem (opcional)
start-message-hint = Aparece na página do convite, e a nova conta recebe-a como primeira mensagem.
start-note = Nota para si
start-note-hint = Um nome, por exemplo. Além de si, só a vê quem administra o servidor.
start-rooms = { adhoc-rooms }
start-make = Criar convite
start-made-heading = O seu convite está pronto
start-made-lead = Envie esta ligação a uma só pessoa. Funciona apenas uma vez.
start-made-contact-only = De momento, não pode convidar mais pessoas para criar uma conta. Esta ligação é para quem já tem uma.
start-made-code = Código QR da ligação
start-link = Ligação para enviar
start-list-heading = Convites ainda não usados
start-list-none = Não tem convites por usar.
start-list-more = Só aparecem os mais recentes.
start-list-account = Nova conta
start-list-contact = Novo contacto
start-list-contact-account = Nova conta e contacto
start-list-reset = Nova palavra-passe
start-cards = Cartões de convite
start-sheet-left = Disponíveis: { $left } de { $most }
start-valid-until = Válido até { $date }
start-valid-always = Não expira
start-copy-this = Copiar ligação: { $note }
start-share-this = Partilhar ligação: { $note }
start-revoke = Cancelar convite
start-revoke-this = Cancelar convite: { $note }
start-revoke-sure = A ligação deixará de funcionar.
start-revoke-yes = Sim, cancelar convite
start-revoke-cards-sure = Os cartões que ainda ninguém usou deixarão de funcionar.
start-revoke-cards = Cancelar todos os cartões
start-revoked = Convite cancelado. A ligação já não funciona.
start-revoked-cards = { $count ->
    [one] { $count } cartão foi cancelado.
   *[other] { $count } cartões foram cancelados.
}
start-sheet-heading = Imprimir cartões de convite
start-sheet-lead = Para eventos: cada cartão é um convite para uma pessoa.
start-sheet-title = Para que são os cartões?
start-sheet-title-hint = Aparece em cada cartão. Por exemplo: Festa de verão
start-sheet-count = Número de cartões
start-sheet-room = { $count ->
    [one] Pode criar agora mais { $count } convite.
   *[other] Pode criar agora mais { $count } convites.
}
start-sheet-make = Criar cartões
start-sheet-again = Imprimir de novo
start-back = Voltar
start-print = Imprima esta página e recorte os cartões. Quem tiver um cartão pode usá-lo, por isso guarde-os bem.
error-login = Endereço ou palavra-passe incorretos.
error-login-throttled = Demasiadas tentativas. Tente de novo dentro de alguns minutos.
error-logged-out = A sessão terminou por inatividade. Inicie sessão de novo.
error-count = Escolha um número de 1 a { $count }.
error-note = A nota é demasiado longa ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-message = A mensagem é demasiado longa ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-title = O texto é demasiado longo ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-lifetime = Os seus convites não podem ser válidos por tanto tempo. Escolha um prazo mais curto.
error-rooms = Uma destas salas não pode ser usada. Escolha de novo.
error-no-cards = Já não há cartões para imprimir.
error-failed = Algo correu mal. Tente de novo dentro de alguns minutos.
error-not-revocable = Este convite já não pode ser cancelado.
error-not-allowed = Não tem permissão para criar este tipo de convite aqui.
error-quota-pending = Muitos dos seus convites ainda não foram usados. Cancele alguns ou espere até que sejam usados.
error-quota-daily = Atingiu o limite de hoje. Tente de novo amanhã.

card-heading = Recebeu um convite para { $site }
card-chat = Converse connosco em { $site }
card-lead = Aponte a câmara do telemóvel para o código ou escreva este endereço num navegador:
card-lead-app = Aponte a câmara do telemóvel para o código ou abra esta ligação numa aplicação XMPP:
card-expires = Válido até { $date }, para uma pessoa.
card-always = Para uma pessoa.

contact-only-heading = Este convite é para quem já tem conta
contact-only-lead = Adiciona um contacto, mas não cria uma conta. Abra de novo a ligação da mensagem para ver o que pode fazer.
not-encrypted-heading = A ligação ao servidor não é segura
not-encrypted-lead = Outras pessoas poderiam ler a sua palavra-passe. Abra a ligação com https:// no início ou fale com quem administra { $site }.
bad-request-heading = Algo não correu bem
bad-request-lead = Nada foi alterado. Volte atrás e tente de novo.
app-unknown-heading = Esta aplicação não está disponível aqui
app-unknown-lead = Volte ao convite e escolha outra aplicação.
throttled-heading = Aguarde um momento
throttled-lead = Foram abertas demasiadas ligações inválidas na sua rede. Tente de novo dentro de alguns minutos.
elsewhere-heading = Isto não pode ser feito aqui
elsewhere-lead = As contas de { $host } são geridas noutro local, por isso nenhum convite pode criar uma conta nem definir uma palavra-passe. Fale com quem administra o servidor.
busy-heading = { throttled-heading }
busy-lead = O servidor está muito ocupado neste momento. Tente de novo dentro de um minuto.
failed-heading = Algo correu mal
failed-lead = A falha é nossa, não sua. Tente de novo dentro de alguns minutos.

footer-terms = Termos
footer-privacy = Privacidade
footer-imprint = Sobre nós
footer-contact = Contacto

app-conversations = Mensagens e chamadas, fácil de usar. Grátis no { -f-droid }, paga no Google Play.
app-cheogram = Baseada no Conversations, com extras como chamadas para números de telefone. Grátis no { -f-droid }, paga no Google Play.
app-yaxim = Pequena e leve, funciona também em telemóveis mais antigos.
app-monocles-chat = Baseada no Conversations, com mais definições. Grátis no { -f-droid }, paga no Google Play.
app-monal = Mensagens e chamadas no iPhone, no iPad e no Mac.
app-siskin-im = Uma aplicação leve para iPhone e iPad.
app-beagle-im = Uma aplicação leve para Mac, dos criadores do Siskin.
app-dino = Simples e arrumada, para Linux.
app-gajim = Com muitas funcionalidades, para Windows, Linux e Mac.
app-kaidan = Agradável e moderna, para computadores e telemóveis com Linux.
app-psi = Com muitas definições, para utilizadores experientes. O Psi+ é a versão com as funcionalidades mais recentes.
app-converse-js = Mensagens no navegador. Nada para instalar.
app-movim = Mensagens e notícias no navegador. A palavra-passe é entregue ao site que escolher lá, por isso escolha um de confiança.
app-renga = Para computadores com Haiku.

refusal-no-token = Não foi indicado nenhum código de convite
refusal-token-missing = Falta o código de convite
refusal-token-invalid = O código de convite é inválido ou expirou
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Neste servidor, só é possível criar uma conta com um convite
refusal-password-unusable = Esta palavra-passe não pode ser usada
refusal-invite-in-use = Outra pessoa está a usar este convite neste momento. Tente de novo mais tarde
refusal-username-invalid = Este nome de utilizador não é válido
refusal-jid-invalid = Este endereço não é válido
refusal-username-too-long = Este nome de utilizador é demasiado longo
refusal-username-mismatch = Este convite é para outro nome de utilizador
refusal-username-reserved = Este nome de utilizador está reservado
refusal-managed-elsewhere = As contas deste servidor são geridas noutro local
refusal-account-exists = Este nome de utilizador já existe
refusal-account-not-found = Esta conta não existe
refusal-data-invalid = O convite tem dados que não podem ser guardados
refusal-room-refused = Uma destas salas não existe, ou não pode deixar entrar outros
refusal-form-invalid = Não foi possível ler este formulário
refusal-text-too-long = Este texto é demasiado longo
refusal-text-unclean = Este texto tem caracteres que não podem ser mostrados
refusal-ttl-invalid = Um convite não pode ser válido por tanto tempo
refusal-uses-invalid = Um convite não pode ser usado tantas vezes
refusal-ttl-too-long = Os seus convites não podem ser válidos por tanto tempo
refusal-contact-ttl-too-long = Um convite de contacto não pode ser válido por tanto tempo
refusal-uses-too-many = Os seus convites não podem ser usados tantas vezes
refusal-quota-pending = Muitos dos seus convites ainda não foram usados
refusal-quota-daily = Atingiu o seu limite diário de convites
refusal-inviter-new = Este convite ainda não pode ser usado. Tente mais tarde
refusal-tree-full = Este convite não pode ser usado agora. Tente mais tarde
refusal-not-allowed = Não tem permissão para criar este tipo de convite
refusal-reference-ambiguous = Isto corresponde a mais do que um convite
refusal-throttled = Demasiados convites inválidos. Tente de novo mais tarde
refusal-ask = Não foi possível verificar a sua conta. Tente de novo mais tarde
refusal-busy = O servidor está muito ocupado neste momento. Tente de novo dentro de um minuto
refusal-internal-server-error = Os convites não estão a funcionar neste momento. Tente de novo mais tarde

adhoc-refusal-token-invalid = Este convite não existe
adhoc-refusal-token-expired = O convite expirou
adhoc-refusal-token-used = O convite já foi usado
adhoc-refusal-token-revoked = O convite foi cancelado
adhoc-refusal-invite-damaged = O convite está danificado na base de dados
adhoc-refusal-inviter-new = A sua conta é demasiado recente para que outras pessoas criem contas por ela. Tente mais tarde.
adhoc-refusal-tree-full = Muitas pessoas entraram pelos seus convites ultimamente. Tente mais tarde.
adhoc-forbidden = Não tem permissão para usar este comando
adhoc-unavailable = Isto não está disponível para si
adhoc-no-action = Este comando não permite essa ação
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = obrigatório
adhoc-value-address = endereço inválido
adhoc-value-boolean = tem de ser sim ou não
adhoc-value-choice = não é uma das opções
adhoc-value-long = demasiado longo
adhoc-value-unclean = tem caracteres que não podem ser mostrados
adhoc-whole-address = Introduza um endereço completo, como { $address }

adhoc-created = O seu convite está pronto
adhoc-contact-only = De momento, não pode convidar mais pessoas para criar uma conta. Este convite é para quem já tem uma.
adhoc-link = Ligação para quem já tem uma aplicação XMPP
adhoc-page = Ligação para partilhar
adhoc-valid-until = Válido até
adhoc-expire = Data e hora exatas em que expira
adhoc-note-later = Para anotar a quem se destina o convite, abra «{ $command }»

adhoc-account-title = Criar convite para nova conta
adhoc-account-lead = Cria uma ligação com a qual alguém pode criar uma conta em { $host }.
adhoc-no-registration = A criação de contas está desativada em { $host }, por isso um convite não funcionaria. Fale com quem administra o servidor
adhoc-username = Nome de utilizador
adhoc-username-hint = Deixe em branco para que a pessoa escolha
adhoc-befriend = Adicionar a nova conta e a minha aos contactos uma da outra
adhoc-lifetime = Validade
adhoc-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
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
adhoc-without-end = não expira
adhoc-most-uses = Quantas contas se podem criar com este convite
adhoc-role = Papel da nova conta
adhoc-role-usual = Predefinido
adhoc-role-registered = Utilizador registado
adhoc-role-member = Membro
adhoc-role-admin = Administrador
adhoc-role-operator = Operador, pode fazer tudo em todo o servidor
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Grupos da nova conta
adhoc-options-cut = A lista mostra apenas os primeiros { $count }. Quem administra o servidor pode atribuir os outros na linha de comandos.
adhoc-note = Nota
adhoc-note-hint = Por exemplo, um nome. Aparece na sua lista de convites
adhoc-message = Mensagem
adhoc-message-hint = Aparece na página do convite e chega à nova conta como primeira mensagem

adhoc-contact-title = Criar convite de contacto com mensagem
adhoc-contact-lead = Cria uma ligação com a qual alguém que já tem uma conta passa a ser seu contacto.
adhoc-invitee = Só para este endereço
adhoc-invitee-hint = Deixe em branco se qualquer pessoa com a ligação a puder usar
adhoc-contact-message-hint = Aparece na página do convite
adhoc-rooms = Salas em que a pessoa entra
adhoc-other-rooms = Outras salas
adhoc-other-rooms-hint = Endereços de salas, separados por espaços

adhoc-reset-title = Criar ligação para definir uma nova palavra-passe
adhoc-reset-lead = Cria uma ligação com a qual a pessoa a quem pertence esta conta pode definir uma nova palavra-passe.
adhoc-reset-address = Endereço da conta
adhoc-account-here = A conta tem de ser de { $host }
adhoc-higher-role = Esta conta tem um papel superior ao seu

adhoc-own-title = Os meus convites
adhoc-all-title = Gerir todos os convites
adhoc-all-lead = Que convites quer ver?
adhoc-list-title = Todos os convites
adhoc-invites = Convites
adhoc-which-usable = Ativos
adhoc-which-pending = Ativos, só para contas e palavras-passe
adhoc-which-used = Usados
adhoc-which-all = Todos, incluindo cancelados e expirados
adhoc-user = Só os criados por
adhoc-choose-lead = Escolha um convite e uma ação.
adhoc-invite = Convite
adhoc-verb = Ação
adhoc-verb-show = Mostrar detalhes e ligação
adhoc-verb-extend = Alterar a validade
adhoc-verb-label = Editar nota
adhoc-verb-revoke = Cancelar convite (a ligação deixa de funcionar)
adhoc-more-invites = … (mais)
adhoc-all-of-them = … (mostrar todos, incluindo usados e expirados)
adhoc-no-such-invites = Não foram encontrados convites
adhoc-no-more-invites = Não há mais convites

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = conta
adhoc-purpose-account-named = conta { $address }
adhoc-purpose-contact = contacto
adhoc-purpose-contact-account = conta e contacto
adhoc-purpose-reset = nova palavra-passe para { $address }
adhoc-state-usable = ativo
adhoc-state-until = até { $date }
adhoc-state-claimed = em uso neste momento
adhoc-state-redeemed = esgotado
adhoc-state-revoked = cancelado
adhoc-state-expired = expirado
adhoc-used = { $count ->
    [one] usado { $count } vez
   *[other] usado { $count } vezes
}
adhoc-used-of = usos: { $count } de { $most }
adhoc-made-by = criado por { $creator }

adhoc-invite-title = Convite { $id }
adhoc-purpose = Finalidade
adhoc-state = Estado
adhoc-uses = Usos
adhoc-maker = Criado por
adhoc-created-at = Criado em
adhoc-id = ID
adhoc-link-left-out = A ligação não é mostrada porque este convite dá mais do que tem permissão para dar
adhoc-valid-for = Validade
adhoc-extend-lead = A contar de agora.
adhoc-extend-gives-more = Não pode prolongar um convite que dá mais do que tem permissão para dar
adhoc-extend-admins = Só um administrador pode prolongar a validade deste convite
adhoc-extended = O convite é agora válido até { $date }
adhoc-extended-endless = O convite já não expira
adhoc-label-lead = Visível para os administradores e para quem criou o convite. Deixe em branco para remover a nota.
adhoc-labelled = Nota guardada
adhoc-label-removed = Nota removida
adhoc-revoked = Convite cancelado

notice-joined = { $address } criou uma conta com o seu convite.
notice-joined-note = { $address } criou uma conta com o seu convite ({ $note }).
notice-tree-full = Por agora, mais ninguém pode entrar por { $address }: o limite deste servidor foi atingido. O comando «tree» mostra quem convidou quem.
notice-tree-deep = Por agora, ninguém pode entrar pelas contas mais recentes que vieram de { $address }: o limite de gerações deste servidor foi atingido. O comando «tree» mostra quem convidou quem.
