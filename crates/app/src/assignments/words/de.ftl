assignments-breadcrumb = Wo Sie sind

acknowledgement-head = Version { $version }. Veröffentlicht von { $name }. { $minutes ->
    [one] Etwa eine Minute zu lesen.
   *[other] Etwa { $minutes } Minuten zu lesen.
}
acknowledgement-digest = SHA-256 { $digest }
acknowledgement-due = Fällig am { $day }.
acknowledgement-changed = Was sich seit Version { $version } geändert hat
acknowledgement-diff = Was sich geändert hat
acknowledgement-consent = Ich habe dies gelesen und werde es befolgen
acknowledgement-ask = Eine Frage stellen
acknowledgement-decline = Ablehnen
acknowledgement-back = Zurück zum Text
acknowledgement-done = Sie haben dies am { $moment } bestätigt.
acknowledgement-to-receipt = Beleg
acknowledgement-not-in-force = Eine spätere Version ist an die Stelle dieses Textes getreten, oder er wurde zurückgezogen. Es ist nichts zu tun.
acknowledgement-text-changed = Der Text auf Ihrem Bildschirm ist nicht der veröffentlichte. Es wurde nichts aufgezeichnet; hier ist der veröffentlichte Text, bitte lesen Sie ihn noch einmal.
acknowledgement-question-title = Eine Frage stellen
acknowledgement-question-lead = Ihre Frage und die Antwort werden mit dem Text aufbewahrt.
acknowledgement-question-label = Ihre Frage
acknowledgement-question-button = Fragen
acknowledgement-question-missing = Schreiben Sie mindestens einen Satz.
acknowledgement-question-sent = Ihre Frage ist unterwegs. Die Antwort kommt per E-Mail.
acknowledgement-decline-title = Die Bestätigung ablehnen
acknowledgement-decline-lead = Eine Bestätigung bedeutet nur etwas, wenn Sie sie verweigern dürfen. Ihre Ablehnung und die Begründung werden aufgezeichnet und gehen an die Person, die für Informationssicherheit zuständig ist, und an Ihre Führungskraft. Was folgt, entscheidet jemand anderes als Sie: ein Gespräch, eine erneute Bitte, oder dass es als Lücke bestehen bleibt, für die die Leitung einsteht.
acknowledgement-decline-label = Ihre Begründung
acknowledgement-decline-button = Ablehnen
acknowledgement-decline-missing = Sagen Sie in einem Satz, warum Sie ablehnen.
acknowledgement-decline-sent = Abgelehnt. Ihre Begründung ist aufgezeichnet.
acknowledgement-decline-acknowledged = Sie haben dies bereits bestätigt. Was gesagt wurde, bleibt aufgezeichnet; stellen Sie stattdessen eine Frage.
acknowledgement-declined = Sie haben dies am { $moment } abgelehnt
acknowledgement-declined-next = Ihre Ablehnung ist aufgezeichnet und ging an die Person, die für Informationssicherheit zuständig ist, und an Ihre Führungskraft. Was folgt, entscheidet jemand anderes als Sie; bis dahin werden Sie nicht erinnert.
acknowledgement-declined-over = Eine spätere Version ist an die Stelle dieses Textes getreten, oder er wurde zurückgezogen. Ihre Ablehnung bleibt aufgezeichnet; was die spätere Version von Ihnen verlangt, steht auf Ihrer Seite.
acknowledgement-declined-still = Solange keine spätere Version an seine Stelle tritt, können Sie es sich anders überlegen. Ihre Ablehnung bleibt daneben aufgezeichnet.
acknowledgement-declined-place = Im Protokoll als Nr. { $place }.

receipt-title = Beleg
receipt-heading = Bestätigt
receipt-lead = { $name } hat „{ $title }“ gelesen und wird es befolgen.
receipt-document = Dokument
receipt-version = { $title }, Version { $version }
receipt-words = Wortlaut
receipt-recorded = Aufgezeichnet
receipt-how = Wie
receipt-level = Stufe { $level ->
    [L2] 2
   *[other] 1
}
receipt-method-passkey = Mit einem Passkey angemeldet
receipt-method-code = Mit einem zugesandten Code angemeldet
receipt-method-link = Über den Link in einem Brief
receipt-method-setup = Bei der Einrichtung
receipt-method-demo = In einer Vorführung
receipt-method-token = Durch ein Programm, mit einem Token
receipt-record = Eintrag
receipt-place = Nr. { $place }
receipt-waiting = Wird im Protokoll versiegelt, einige Sekunden.
receipt-look-again = Noch einmal nachsehen
receipt-by-link = Es ist aufgezeichnet, und hier gibt es nichts weiter zu tun: Sie können dieses Fenster schließen. Ihr Beleg kommt auch per E-Mail, mit einer Datei, die Ihre Bestätigung jedem beweist; ein ganzes Paket prüft man auf der Seite „Prüfen“, ohne Anmeldung.
receipt-check = Ein Paket prüfen
receipt-text = Prüfsumme des Textes (SHA-256)
receipt-copy = Kopieren
receipt-copied = Kopiert
receipt-proves = Dies beweist, dass eine Bestätigung genau dieses Textes aufgezeichnet wurde und im Protokoll geblieben ist. Wie sicher ist, wer die Schaltfläche gedrückt hat, hängt von der Art der Anmeldung ab; sie steht oben.
receipt-download = Beweis herunterladen
receipt-next = Weiter: { $title }

owed-title = Wer „{ $title }“ gelesen hat
owed-intro = Version { $version }, veröffentlicht { $moment }.
owed-download = Als CSV herunterladen
owed-done = Bestätigt
owed-of = { $done } von { $asked }
owed-declined = { $declined } abgelehnt
owed-late = { $late } im Verzug
owed-parity = Leitung und Belegschaft
owed-group = Gruppe
owed-share = Anteil
owed-management = Leitung
owed-staff = Belegschaft
owed-crumb = Wer es gelesen hat
owed-standing = Stand
owed-standing-done = Bestätigt
owed-standing-declined = Abgelehnt
owed-standing-open = Offen
owed-standing-late = Im Verzug
owed-late-since = mit einer früheren Version im Verzug seit { $day }
owed-standing-left = Ausgeschieden
owed-staff-is-counted = Sie sehen die Mitglieder der obersten Leitung mit Namen und die Belegschaft als Zahlen.
owed-any = Alle
owed-unit = Einheit
owed-show = Anzeigen
owed-nobody = Niemand passt
owed-nobody-why = Wählen Sie einen anderen Stand oder eine andere Einheit. Auf der Liste stehen alle, die bei der Veröffentlichung hier gearbeitet haben, und alle, die seither dazugekommen sind.
owed-caption = { $asked ->
    [one] Eine Person wurde gefragt. Wer ausgeschieden ist, bleibt auf der Liste und zählt nicht mit.
   *[other] { $asked } Personen wurden gefragt. Wer ausgeschieden ist, bleibt auf der Liste und zählt nicht mit.
}
owed-name = Name
owed-asked = Gefragt
owed-because = Weil
owed-because-published = War bei der Veröffentlichung dabei
owed-because-joined = Kam später dazu
owed-by = Fällig
owed-acknowledged = Wann
owed-how = Wie
owed-pages = Seiten
owed-next = Weiter

history-title = Was { $name } bestätigen sollte
history-crumb = Bestätigungen
history-intro = Jede Version jedes Textes, die neueste zuerst. Eine spätere Version tritt an die Stelle einer früheren; was unterblieben ist, bleibt sichtbar.
history-none = Noch nichts
history-none-why = Wenn ein Text veröffentlicht wird, der diese Person betrifft, erscheint er hier.
history-text = { $title }, Version { $version }
history-due = Gefragt am { $asked }, fällig am { $due }.
history-late-since = Mit einer früheren Version im Verzug seit { $day }.
history-done = Bestätigt am { $day }.
history-withdrawn = Zurückgezogen am { $day }.
history-superseded = Durch eine spätere Version ersetzt am { $day }.
history-never = Nie bestätigt
history-reminders = { $count ->
    [one] Eine Erinnerung.
   *[other] { $count } Erinnerungen.
}

declinings-title = Wer „{ $title }“ abgelehnt hat
declinings-crumb = Abgelehnt
declinings-intro = Eine Ablehnung ist nie eine Bestätigung. Was folgt, entscheidet und begründet jemand anderes als die Person, die abgelehnt hat; jede Entscheidung wird aufgezeichnet.
declinings-none = Niemand hat abgelehnt
declinings-over = Eine spätere Version ist an die Stelle dieses Textes getreten, oder er wurde zurückgezogen. Was abgelehnt wurde, bleibt aufgezeichnet; entschieden wird darüber nichts mehr. Eine spätere Version fragt alle erneut, die nicht bestätigt hatten.
declinings-before = Wer Version { $version } abgelehnt hat
declinings-none-why = Wenn jemand es ablehnt, diesen Text zu bestätigen, erscheint die Ablehnung hier mit ihrer Begründung, die oberste Leitung zuerst.
declinings-leads = Oberste Leitung
declinings-ended = Früher abgelehnt
declinings-decision = Was folgt?
declinings-spoken-with = Ich habe mit der Person gesprochen
declinings-spoken-with-hint = Die Ablehnung bleibt bestehen. Schreiben Sie, worum es ging.
declinings-asked-again = Erneut bitten
declinings-asked-again-hint = Die Person erhält einen Brief mit Ihren Worten und schuldet die Bestätigung wie zuvor, bis zum selben Tag.
declinings-accepted-as-gap = Als Lücke bestehen lassen
declinings-accepted-as-gap-hint = Die Person wird nicht wieder gebeten, und es bleibt in der Bereitschaft offen: Die Leitung steht dafür ein. Für ein Mitglied der obersten Leitung kann das nur ein anderes Mitglied sagen.
declinings-words = Ihre Worte
declinings-decide = Entscheidung festhalten
declinings-decided = Festgehalten.
declinings-not-decided = Es wurde nichts entschieden
declinings-own = Das haben Sie selbst abgelehnt. Was folgt, entscheidet jemand anderes; solange es niemand tut, bleibt es in der Bereitschaft offen.
declinings-said-spoken-with = { $name } hat mit der Person gesprochen:
declinings-said-asked-again = { $name } bittet erneut:
declinings-said-accepted-as-gap = { $name } lässt es als Lücke bestehen:
declinings-refused-own = Das haben Sie selbst abgelehnt. Was folgt, entscheidet jemand anderes.
declinings-refused-not-yours = Das entscheidet, wer für Informationssicherheit zuständig ist, oder die oberste Leitung.
declinings-refused-not-their-peer = Für die Ablehnung eines Mitglieds der obersten Leitung steht nur ein anderes Mitglied ein.
declinings-refused-settled = Das ist bereits erledigt: Der Text wurde bestätigt, ersetzt oder zurückgezogen, oder es wurde erneut gebeten.
declinings-refused-words = Wählen Sie, was folgt, und sagen Sie in einem Satz, worum es ging oder warum Sie so entscheiden.

reminders-title = Erinnerungen
reminders-schedule = Eine Woche vor dem Fälligkeitstag, an dem Tag, drei und sieben Tage danach, dann alle zwei Wochen. Nie am Wochenende, ein Brief für alles, was offen ist, und ab dem dritten Brief nach dem Fälligkeitstag erfährt es auch die Führungskraft.
reminders-none = Noch keine Erinnerung
reminders-none-why = Erinnerungen erscheinen hier, sobald sie verschickt werden.
reminders-round = { $count ->
    [one] Erinnerung { $step } zu dem, was am { $due } fällig war, ging an eine Person.
   *[other] Erinnerung { $step } zu dem, was am { $due } fällig war, ging an { $count } Personen.
}
reminders-stopped-by = { $name } hat die Erinnerungen am { $moment } angehalten: { $reason }
reminders-begun-by = { $name } lässt die Erinnerungen seit { $moment } weiterlaufen: { $reason }
reminders-reason = Warum?
reminders-reason-missing = Sagen Sie in einem Satz, warum.
reminders-stop = Erinnerungen anhalten
reminders-begin = Erinnerungen weiterlaufen lassen
reminders-stopped = Die Erinnerungen sind angehalten.
reminders-begun = Die Erinnerungen laufen weiter.

team-title = Mein Team
team-intro = Wer in Ihrem Team welchen geltenden Text bestätigt hat.
team-caption = Alle, die an Sie berichten.
team-nothing = Niemand berichtet an Sie
team-nothing-why = Sobald jemand an Sie berichtet, sehen Sie hier, was diese Person lesen soll und ob sie es getan hat.
team-due = fällig { $day }
team-not-asked = Nicht gefragt
team-nudge = Erinnern
team-select = { $name } erinnern
team-nudged-today = Heute erinnert
team-nudge-selected = Ausgewählte erinnern
team-nobody-selected = Niemand wurde erinnert: Wählen Sie zuerst mindestens eine Person aus.
team-nobody-nudged = Niemand wurde erinnert: Niemand von den Ausgewählten schuldet etwas, woran nicht heute schon erinnert wurde.
team-nudged = { $count ->
    [one] Eine Person erhält eine Erinnerung.
   *[other] { $count } Personen erhalten eine Erinnerung.
}

letter-acknowledge-subject = Bitte lesen: { $title } ({ $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
})
letter-acknowledge-text =
    Guten Tag { $name },

    „{ $title }“ gilt jetzt für alle bei { $organisation }. Bitte lesen Sie den Text bis { $due } und bestätigen Sie es:
    { $link }
    (öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie die Schaltfläche drücken)

    Sie können auch nachfragen oder mit Begründung ablehnen. Antworten auf diese E-Mail erreichen die Person, die den Text veröffentlicht hat.

letter-acknowledge-again-subject = Neue Version zu lesen: { $title } ({ $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
})
letter-acknowledge-again-text =
    Guten Tag { $name },

    es gibt eine neue Version von „{ $title }“. Was sich geändert hat, steht über dem Text. Bitte lesen Sie ihn bis { $due } und bestätigen Sie es:
    { $link }
    (öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie die Schaltfläche drücken)

    Was Sie früher bestätigt haben, bleibt bestehen. Sie können auch nachfragen oder mit Begründung ablehnen. Antworten auf diese E-Mail erreichen die Person, die den Text veröffentlicht hat.

letter-acknowledged-subject = Beleg: Sie haben { $title } gelesen
letter-acknowledged-text =
    Guten Tag { $name },

    am { $day } haben Sie bestätigt, dass Sie „{ $title }“, Version { $version }, gelesen haben und befolgen werden.

    Ihr Beleg: { $link }
    Die Prüfsumme des Textes beginnt mit { $digest }. Die beigefügte Datei beweist jedem, dass Ihre Bestätigung im Protokoll von { $organisation } steht; heben Sie sie auf.

letter-acknowledgement-declined-subject = { $person } lehnt es ab, „{ $title }“ zu bestätigen
letter-acknowledgement-declined-text =
    Guten Tag { $name },

    { $person } lehnt es ab, „{ $title }“, Version { $version }, zu bestätigen, und begründet das so:

    { $reason }

    Das ist aufgezeichnet und gilt als Lücke, bis jemand entscheidet, was folgt: ein Gespräch, eine erneute Bitte, oder dass es so bestehen bleibt. Sagen Sie es auf dieser Seite:
    { $page }
    (Sie müssen dort angemeldet sein)

    Antworten auf diese Nachricht gehen an { $person }.

letter-declining-asked-again-subject = Erneute Bitte: { $title }
letter-declining-asked-again-text =
    Guten Tag { $name },

    Sie haben es abgelehnt, „{ $title }“ zu bestätigen. { $by } bittet Sie erneut und schreibt:

    { $words }

    Der Text: { $link }
    (es wird nichts aufgezeichnet, bevor Sie die Schaltfläche drücken; Sie können wieder ablehnen)

letter-declining-accepted-as-gap-subject = Ihre Ablehnung bleibt bestehen: { $title }
letter-declining-accepted-as-gap-text =
    Guten Tag { $name },

    Sie haben es abgelehnt, „{ $title }“ zu bestätigen. { $by } lässt das als Lücke bestehen, für die die Leitung einsteht, und schreibt:

    { $words }

    Sie werden nicht wieder gebeten. Wenn Sie es sich anders überlegen: { $link }

letter-reminder-subject = { $count ->
    [one] Noch offen: { $title }
   *[other] Noch offen: { $count } Texte zu lesen
}
letter-reminder-text =
    Guten Tag { $name },

    { $count ->
        [one] dies ist bei { $organisation } noch offen:
       *[other] diese Texte sind bei { $organisation } noch offen:
    }

    { $list }

    (ein Link öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie die Schaltfläche drücken)

    Steht etwas im Weg? Antworten Sie auf diese E-Mail, fragen Sie nach oder lehnen Sie mit Begründung ab.
letter-reminder-item =
    { $title }, fällig am { $due }
    { $link }

letter-team-late-subject = { $count ->
    [one] Eine Bestätigung aus Ihrem Team ist im Verzug
   *[other] { $count } Bestätigungen aus Ihrem Team sind im Verzug
}
letter-team-late-text =
    Guten Tag { $name },

    drei Erinnerungen sind vergangen, und dies ist in Ihrem Team noch offen:

    { $list }

    Bitte sprechen Sie mit ihnen. Ihr Team und was bei wem noch offen ist: { $link }
letter-team-late-item = { $person }: { $title }, fällig am { $due }
